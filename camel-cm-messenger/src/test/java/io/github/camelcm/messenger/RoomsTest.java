package io.github.camelcm.messenger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the component: which package may use which. */
@AnalyzeClasses(packages = "io.github.camelcm.messenger", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String ROOT = "io.github.camelcm.messenger";

    @ArchTest
    static final ArchRule nothingPointsUpwards = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("face")
            .definedBy(ROOT)
            .layer("gateway")
            .definedBy(ROOT + ".gateway..")
            .layer("webhook")
            .definedBy(ROOT + ".webhook..")
            .layer("rules")
            .definedBy(ROOT + ".rules..")
            .layer("json")
            .definedBy(ROOT + ".json..")
            .layer("model")
            .definedBy(ROOT + ".model..")
            .whereLayer("face")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("gateway")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("webhook")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("rules")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("face", "gateway", "webhook");

    @ArchTest
    static final ArchRule modelKnowsOnlyJacksonsAnnotations = classes()
            .that()
            .resideInAPackage(ROOT + ".model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify.annotations..", "com.fasterxml.jackson.annotation..", ROOT + ".model..");

    @ArchTest
    static final ArchRule rulesKnowOnlyTheModelAndJacksonsAnnotations = classes()
            .that()
            .resideInAPackage(ROOT + ".rules..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..",
                    ROOT + ".model..",
                    ROOT + ".rules..");

    @ArchTest
    static final ArchRule theWebhookKnowsModelJsonAndJacksonsTrees = classes()
            .that()
            .resideInAPackage(ROOT + ".webhook..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.databind",
                    ROOT + ".model..",
                    ROOT + ".json..",
                    ROOT + ".webhook..");

    @ArchTest
    static final ArchRule onlyTheFaceKnowsCamel = classes()
            .that()
            .resideInAnyPackage(
                    ROOT + ".model..", ROOT + ".json..", ROOT + ".rules..", ROOT + ".gateway..", ROOT + ".webhook..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule onlyTheGatewayKnowsTheHttpClientBesideTheOption = classes()
            .that()
            .resideInAnyPackage(ROOT + ".model..", ROOT + ".json..", ROOT + ".rules..", ROOT + ".webhook..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.apache.hc..");

    /** Which need not be on the class path: a class that knows it must be loaded only where it is. */
    @ArchTest
    static final ArchRule onlyOneClassKnowsMicrometer = classes()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".MicrometerMeters")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("io.micrometer..");
}
