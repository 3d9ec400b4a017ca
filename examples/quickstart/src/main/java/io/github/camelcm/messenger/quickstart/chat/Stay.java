package io.github.camelcm.messenger.quickstart.chat;

import io.github.camelcm.messenger.simulator.Journal;
import io.github.camelcm.messenger.simulator.JournalEntry;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.WebhookCall;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the conversation open: says how to go on by hand, and prints what then happens. */
final class Stay {

    private final LocalPharmacy pharmacy;
    private final MessengerUser user;
    private final ChatPrinter printer;

    Stay(LocalPharmacy pharmacy, MessengerUser user, ChatPrinter printer) {
        this.pharmacy = pharmacy;
        this.user = user;
        this.printer = printer;
    }

    void untilProcessEnds() throws InterruptedException {
        Journal journal = pharmacy.simulator().journal();
        List<JournalEntry> before = journal.entries();
        long last = before.get(before.size() - 1).sequence();
        printUrls();
        while (true) {
            Optional<JournalEntry> entry =
                    journal.await(JournalEntry.class, last, this::ofTheChat, Duration.ofHours(1));
            if (entry.isPresent()) {
                last = entry.get().sequence();
                print(entry.get());
            }
        }
    }

    private void printUrls() {
        String conversation = pharmacy.simulator().controlUrl() + "/conversations/" + user.pageId() + "/" + user.psid();
        printer.line("");
        printer.line("Everything keeps running until you end it with Ctrl+C.");
        printer.line("  what " + user.name() + " sees  " + pharmacy.simulator().pageUrl());
        printer.line("  CM gateway      " + pharmacy.simulator().gatewayUrl());
        printer.line("  its journal     " + pharmacy.simulator().controlUrl() + "/journal");
        printer.line("  bot             " + pharmacy.messagesUrl());
        printer.line("");
        printer.line("Write and tap as " + user.name() + ":");
        curl("text", "Hello", conversation + "/messages");
        curl("suggestion", "Products", conversation + "/taps");
        printer.line("Tell her that her order is ready, as the pharmacist:");
        printer.line(
                "  curl -d 'Your order is ready.' -H 'Content-Type: text/plain' " + pharmacy.orderReadyUrl("1001"));
        printer.line("");
    }

    private void curl(String member, String value, String url) {
        printer.line("  curl -sd '{\"" + member + "\": \"" + value + "\"}' -H 'Content-Type: application/json' \\");
        printer.line("    " + url);
    }

    private boolean ofTheChat(JournalEntry entry) {
        return entry instanceof SentMessage message && message.psid().equals(user.psid())
                || entry instanceof WebhookCall call
                        && call.kind() == WebhookKind.MESSAGES
                        && call.psid().equals(user.psid());
    }

    private void print(JournalEntry entry) {
        if (entry instanceof WebhookCall call) {
            printer.user(call);
        } else if (entry instanceof SentMessage message && message.accepted()) {
            printer.page(message);
        } else if (entry instanceof SentMessage message) {
            printer.line("The gateway rejected a reply: " + message.details());
        }
    }
}
