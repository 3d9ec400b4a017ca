package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.MessageTag;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.SendResult;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {

    private final Harness harness = Harness.accepting();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void theEndpointsPageAndOptionsFillWhatTheMessageLeavesOut() {
        JsonNode sent = sent(
                "to=1&validity=2h&customGrouping=a&customGrouping2=b&customGrouping3=c",
                OutboundMessage.text("x"),
                Map.of());

        assertThat(sent.path("from").asText()).isEqualTo(Harness.PAGE);
        assertThat(sent.at("/to/0/number").asText()).isEqualTo("1");
        assertThat(sent.path("validity").asText()).isEqualTo("2h");
        assertThat(sent.path("customGrouping").asText()).isEqualTo("a");
        assertThat(sent.path("customGrouping2").asText()).isEqualTo("b");
        assertThat(sent.path("customGrouping3").asText()).isEqualTo("c");
        assertThat(sent.path("allowedChannels")).hasSize(1);
        assertThat(sent.at("/allowedChannels/0").asText()).isEqualTo("Facebook Messenger");
    }

    @Test
    void headersComeBeforeOptions() {
        JsonNode sent = sent(
                "to=1&validity=2h&customGrouping=a&customGrouping2=b&customGrouping3=c",
                OutboundMessage.text("x"),
                Map.of(
                        CmMessengerConstants.PSID, "2",
                        CmMessengerConstants.VALIDITY, "3h",
                        CmMessengerConstants.CUSTOM_GROUPING, "d",
                        CmMessengerConstants.CUSTOM_GROUPING_2, "e",
                        CmMessengerConstants.CUSTOM_GROUPING_3, "f",
                        CmMessengerConstants.ALLOWED_CHANNELS, "SMS, Facebook Messenger",
                        CmMessengerConstants.REFERENCE, "ref1"));

        assertThat(sent.at("/to/0/number").asText()).isEqualTo("2");
        assertThat(sent.path("validity").asText()).isEqualTo("3h");
        assertThat(sent.path("customGrouping").asText()).isEqualTo("d");
        assertThat(sent.path("customGrouping2").asText()).isEqualTo("e");
        assertThat(sent.path("customGrouping3").asText()).isEqualTo("f");
        assertThat(sent.path("allowedChannels").toString()).isEqualTo("[\"SMS\",\"Facebook Messenger\"]");
        assertThat(sent.path("reference").asText()).isEqualTo("ref1");
    }

    @Test
    void theMessageComesBeforeHeadersAndOptions() {
        OutboundMessage own = OutboundMessage.text("x").toBuilder()
                .from("9")
                .to("3", "4")
                .validity("1h")
                .customGrouping("g")
                .reference("own")
                .allowedChannels("Facebook Messenger", "SMS")
                .build();

        JsonNode sent = sent(
                "to=1&validity=2h&customGrouping=a",
                own,
                Map.of(
                        CmMessengerConstants.PSID, "2",
                        CmMessengerConstants.VALIDITY, "3h",
                        CmMessengerConstants.CUSTOM_GROUPING, "d",
                        CmMessengerConstants.REFERENCE, "header",
                        CmMessengerConstants.ALLOWED_CHANNELS, List.of("SMS")));

        assertThat(sent.path("from").asText()).isEqualTo("9");
        assertThat(sent.path("to").toString()).isEqualTo("[{\"number\":\"3\"},{\"number\":\"4\"}]");
        assertThat(sent.path("validity").asText()).isEqualTo("1h");
        assertThat(sent.path("customGrouping").asText()).isEqualTo("g");
        assertThat(sent.path("reference").asText()).isEqualTo("own");
        assertThat(sent.path("allowedChannels")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        // endpoint's page, header page, expected sender, expected recipient of header PSID 2 and option to=1
        "1234567890,           , 1234567890, 2",
        "1234567890, 1234567890, 1234567890, 2",
        "1234567890, 55        , 1234567890, 1",
        "any       , 55        , 55        , 2",
    })
    void aPsidFromAHeaderCountsOnlyForThePageThatTheHeadersSpeakOf(
            String endpointPage, String headerPage, String from, String to) {
        Exchange exchange = harness.context
                .createProducerTemplate()
                .request("cm-messenger:" + endpointPage + "?to=1", in -> {
                    in.getIn().setBody("x");
                    in.getIn().setHeader(CmMessengerConstants.PSID, "2");
                    in.getIn().setHeader(CmMessengerConstants.PAGE_ID, headerPage);
                });

        assertThat(exchange.getException()).isNull();
        assertThat(harness.lastMessage().path("from").asText()).isEqualTo(from);
        assertThat(harness.lastMessage().at("/to/0/number").asText()).isEqualTo(to);
    }

    @Test
    void anyPageWithoutAPageIsRefused() {
        Exchange exchange = harness.context.createProducerTemplate().request("cm-messenger:any?to=1", in -> in.getIn()
                .setBody("x"));

        assertThat(exchange.getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(exchange.getException()).hasMessageContaining("from-required at /from");
    }

    @Test
    void aReferenceFromAHeaderIsUsedOnce() {
        Exchange exchange = harness.send("to=1", in -> {
            in.getIn().setBody("x");
            in.getIn().setHeader(CmMessengerConstants.REFERENCE, "order17");
        });

        assertThat(exchange.getMessage().getHeader(CmMessengerConstants.REFERENCE))
                .isNull();
        assertThat(exchange.getMessage().getHeader(CmMessengerConstants.SENT_REFERENCE))
                .isEqualTo("order17");
        assertThat(exchange.getMessage().getBody(SendResult.class).reference()).isEqualTo("order17");
    }

    @Test
    void aReferenceFromAHeaderIsRefusedForAList() {
        Exchange exchange = harness.send("to=1", in -> {
            in.getIn().setBody(List.of("x"));
            in.getIn().setHeader(CmMessengerConstants.REFERENCE, "order17");
        });

        assertThat(exchange.getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("CamelCmMessengerReference");
        assertThat(harness.gateway.requests()).isEmpty();
    }

    @Test
    void eachMessageGetsAReferenceOfItsOwn() {
        harness.send(List.of("a", "b"));

        JsonNode messages = Answers.messages(harness.gateway.requests().get(0));
        assertThat(messages.get(0).path("reference").asText())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(messages.get(1).path("reference").asText());
    }

    @Test
    void aDefaultTagGoesToItemsWithoutOneAndTurnsABodyIntoAnItem() {
        OutboundMessage items = OutboundMessage.builder()
                .item(Item.text("a", List.of()).withTag("ACCOUNT_UPDATE"))
                .text("b")
                .build();

        JsonNode tagged = sent("to=1&tag=HUMAN_AGENT", items, Map.of());
        JsonNode body = sent("to=1&tag=ACCOUNT_UPDATE", "c", Map.of(CmMessengerConstants.TAG, MessageTag.HUMAN_AGENT));

        assertThat(tagged.at("/richContent/conversation/0/tag").asText()).isEqualTo("ACCOUNT_UPDATE");
        assertThat(tagged.at("/richContent/conversation/1/tag").asText()).isEqualTo("HUMAN_AGENT");
        assertThat(body.at("/richContent/conversation/0/text").asText()).isEqualTo("c");
        assertThat(body.at("/richContent/conversation/0/tag").asText()).isEqualTo("HUMAN_AGENT");
    }

    @Test
    void anItemWithoutBodyIsWrittenWithAnEmptyOne() {
        JsonNode sent = sent("to=1", OutboundMessage.builder().text("a").build(), Map.of());

        assertThat(sent.path("body").toString()).isEqualTo("{\"content\":\"\"}");
    }

    @Test
    void noChannelsLeaveItToTheAccount() {
        JsonNode sent = sent("to=1&allowedChannels=", "x", Map.of());

        assertThat(sent.has("allowedChannels")).isFalse();
    }

    @Test
    void exchangeHeadersNeverTravelToTheGatewayNorAnswerHeadersBack() {
        harness.gateway.behave((request, connection) -> connection.answer(
                200,
                Map.of("X-Answer", "1", "Set-Cookie", "a=b"),
                "{\"errorCode\":0,\"messages\":[{\"status\":\"Accepted\"}]}"));

        Exchange exchange = harness.send("to=1", in -> {
            in.getIn().setBody("x");
            in.getIn().setHeader("X-Mine", "1");
            in.getIn().setHeader("Authorization", "secret");
        });

        assertThat(exchange.getException()).isNull();
        assertThat(harness.gateway.requests().get(0).headers()).doesNotContainKeys("x-mine", "authorization");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys("X-Answer", "Set-Cookie");
        harness.send("again");
        assertThat(harness.gateway.requests().get(1).headers()).doesNotContainKey("cookie");
    }

    private JsonNode sent(String options, Object body, Map<String, Object> headers) {
        Exchange exchange = harness.send(options, in -> {
            in.getIn().setBody(body);
            in.getIn().setHeaders(new java.util.HashMap<>(headers));
        });
        assertThat(exchange.getException()).isNull();
        return harness.lastMessage();
    }
}
