package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {

    @TempDir
    private Path folder;

    private CmSimulator start(Path file) {
        return CmSimulator.builder().stateFile(file).start();
    }

    private Stream<Path> files() throws IOException {
        return Files.list(folder);
    }

    @Test
    void keepsTheStateFromOneSimulatorToTheNext() {
        Path file = folder.resolve("state.json");
        try (CmSimulator first = start(file)) {
            new SimulatorClient(first).send(Samples.request(Samples.msg()));
            first.faults().add(Fault.throttled(7), FaultScope.next(1));
        }
        try (CmSimulator second = start(file)) {
            assertThat(second.journal().messages()).hasSize(1);
            assertThat(second.faults().list()).singleElement().satisfies(rule -> assertThat(rule.fault())
                    .isEqualTo(Fault.throttled(7)));
        }
    }

    @Test
    void keepsCallsThatAreHeld() {
        Path file = folder.resolve("state.json");
        try (TestWebhook webhook = new TestWebhook()) {
            try (CmSimulator first = start(file)) {
                first.webhookUrl(WebhookKind.MESSAGES, webhook.url("/"));
                first.deliveries().hold(true);
                first.userWrites(Samples.JANE, "Hello");
            }
            try (CmSimulator second = start(file)) {
                second.webhookUrl(WebhookKind.MESSAGES, webhook.url("/"));
                assertThat(second.deliveries().held()).hasSize(1);
            }
        }
    }

    @Test
    void savesOnDemandAndLeavesNothingElseBehind() throws Exception {
        Path file = folder.resolve("state.json");
        try (CmSimulator simulator = start(file)) {
            assertThat(file).doesNotExist();
            SimulatorClient client = new SimulatorClient(simulator);
            assertThat(client.post("/state/save", "").status()).isEqualTo(204);
            assertThat(file).exists();
            client.send(Samples.request(Samples.msg()));
            simulator.saveState();
            assertThat(file).hasContent(simulator.exportState().toString());
            assertThat(files()).containsExactly(file);
        }
    }

    @Test
    void saysThatThereIsNoFile() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            assertThatThrownBy(simulator::saveState)
                    .isInstanceOf(SimulatorException.class)
                    .hasMessageStartingWith("There is no state file");
            assertThat(new SimulatorClient(simulator).post("/state/save", "").status())
                    .isEqualTo(409);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                     | it is empty.",
                "{\"format\":           | it is no valid JSON, see line 1.",
                "{\"format\": \"other\"} | This is no state of the simulator: \"format\" must be \"cm-messenger-simulator\".",
                "[]                     | This is no state of the simulator: \"format\" must be \"cm-messenger-simulator\".",
                "{\"format\": \"cm-messenger-simulator\", \"version\": 99} | The state has version 99, this simulator "
                        + "reads version 1.",
                "{\"format\": \"cm-messenger-simulator\", \"version\": 1}  | The state is broken at /clock: "
            })
    void refusesAndKeepsWhatIsNoState(String content, String why) throws Exception {
        Path file = Files.writeString(folder.resolve("state.json"), content);
        assertThatThrownBy(() -> start(file))
                .isInstanceOf(SimulatorException.class)
                .hasMessageStartingWith("The state file " + file + " is not usable: " + why)
                .hasMessageNotContaining("Nothing was changed");
        assertThat(file).hasContent(content);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void refusesAPlaceWhereNoFileCanBe() {
        assertThatThrownBy(() -> start(folder)).hasMessageEndingWith(" is not usable: it is a directory.");
        assertThatThrownBy(() -> start(folder.resolve("none/state.json")))
                .hasMessageEndingWith(" is not usable: its directory does not exist.");
    }

    @Test
    void closesAllTheSameWhenTheStateCannotBeSaved() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        CmSimulator simulator = start(gone.resolve("state.json"));
        int port = simulator.port();
        Files.delete(gone);
        assertThatThrownBy(simulator::saveState).hasMessageStartingWith("The state cannot be saved to " + gone);
        assertThatThrownBy(simulator::close).hasMessageStartingWith("The state cannot be saved to " + gone);
        simulator.close(); // once is enough
        CmSimulator.builder().port(port).start().close();
    }

    @Test
    void isForItsOwnerOnlyAndFollowsALink() throws Exception {
        Path file = folder.resolve("state.json");
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        start(file).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        start(link).close();
        assertThat(link).isSymbolicLink();
        assertThat(files()).containsExactlyInAnyOrder(file, link);
    }
}
