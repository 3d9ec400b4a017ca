package io.github.camelcm.messenger.quickstart;

import static io.github.camelcm.messenger.model.Button.dial;
import static io.github.camelcm.messenger.model.Button.openUrl;
import static io.github.camelcm.messenger.model.Button.reply;
import static io.github.camelcm.messenger.model.QuickReply.quickReply;

import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;

/**
 * What the bot says. Nobody is named as recipient: the route does that with a header. The second text of each quick
 * reply and Reply button is what comes back when it is tapped, see {@link Topic}.
 */
final class Replies {

    private static final String SITE = "https://linden-pharmacy.example/";

    private static final QuickReply[] MENU = {
        quickReply("Repeat prescription", "REPEAT"),
        quickReply("Opening hours", "HOURS"),
        quickReply("Services", "SERVICES"),
        quickReply("Products", "PRODUCTS"),
        quickReply("Ask a nurse", "NURSE")
    };

    private Replies() {}

    static OutboundMessage menu() {
        return OutboundMessage.builder()
                .text("Hello, this is Linden Pharmacy. What can we do for you?", MENU)
                .build();
    }

    static OutboundMessage notUnderstood() {
        return OutboundMessage.builder()
                .text("Sorry, that is more than a bot can read. It can help you with these:", MENU)
                .build();
    }

    static OutboundMessage services() {
        return OutboundMessage.builder()
                .carousel(
                        service("Flu shot", "Ten minutes, free of charge from the age of 60", "flu-shot"),
                        service("Blood pressure", "Measured and explained, no appointment needed", "blood-pressure"),
                        service("Travel advice", "Vaccinations and a first-aid kit for your trip", "travel"))
                .build();
    }

    private static Card service(String title, String subtitle, String page) {
        return Card.titled(title)
                .text(subtitle)
                .image(SITE + "pictures/" + page + ".jpg")
                .buttons(reply("Book", "BOOK:" + title), openUrl("Read more", SITE + page));
    }

    static OutboundMessage appointments(String service) {
        return OutboundMessage.builder()
                .text(
                        service + ", with pleasure. When does it suit you?",
                        quickReply("Monday 9:30", "BOOKED:" + service + ", Monday 9:30"),
                        quickReply("Tuesday 14:00", "BOOKED:" + service + ", Tuesday 14:00"))
                .build();
    }

    static OutboundMessage booked(String appointment) {
        return OutboundMessage.text("Booked: " + appointment + ". See you then!");
    }

    static OutboundMessage products() {
        return OutboundMessage.builder()
                .text("Our three best against a cold:")
                .products("LP-2040", "LP-2077", "LP-3105")
                .build();
    }

    static OutboundMessage nurse() {
        return OutboundMessage.builder()
                .buttons(
                        "Our nurse Eva is here on weekdays from 9:00 to 16:00. How would you like to talk to her?",
                        openUrl("Video call", SITE + "video"),
                        dial("Call Eva", "+441632960123"),
                        reply("Call me back", "CALL_BACK"))
                .build();
    }

    static OutboundMessage callBack() {
        return OutboundMessage.text("Eva calls you within the hour, on the number that we have of you.");
    }

    /** A real pharmacy looks up what the user was prescribed. */
    static OutboundMessage prescriptions() {
        return OutboundMessage.builder()
                .text(
                        "Which medicine do you need again?",
                        quickReply("Ramipril 5 mg", "ORDER:Ramipril 5 mg"),
                        quickReply("Metformin 850 mg", "ORDER:Metformin 850 mg"))
                .build();
    }

    static OutboundMessage ordered(Order order) {
        return OutboundMessage.text("Thank you. Our pharmacist checks order " + order.number() + ", " + order.medicine()
                + ", and writes to you here when it is ready.");
    }

    static OutboundMessage ready(Order order, String note) {
        return OutboundMessage.builder()
                .text(
                        note,
                        quickReply("Today 17:30", "PICK_UP:order " + order.number() + ", today 17:30"),
                        quickReply("Tomorrow 9:00", "PICK_UP:order " + order.number() + ", tomorrow 9:00"))
                .build();
    }

    static OutboundMessage pickUp(String appointment) {
        return OutboundMessage.builder()
                .buttons(
                        "Noted: " + appointment + ". It waits for you at the counter.",
                        openUrl("Show the way", SITE + "map"),
                        dial("Call us", "+441632960100"))
                .build();
    }
}
