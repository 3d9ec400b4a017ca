package io.github.camelcm.messenger.shop;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What became of the messages: of each list the newest 100. */
@RestController
final class MessageController {

    private static final int LIMIT = 100;

    /** A message, and all that was reported of it. */
    record MessageWithReports(Message message, List<Report> reports) {}

    /** What a person has to look at. */
    record Dead(List<Message> messages, List<FailedEvent> events) {}

    private final Outbox outbox;
    private final Reports reports;
    private final DeadLetters deadLetters;

    MessageController(Outbox outbox, Reports reports, DeadLetters deadLetters) {
        this.outbox = outbox;
        this.reports = reports;
        this.deadLetters = deadLetters;
    }

    @GetMapping("/messages")
    List<Message> messages() {
        return outbox.newest(LIMIT);
    }

    @GetMapping("/messages/{reference}")
    MessageWithReports message(@PathVariable String reference) {
        return new MessageWithReports(find(reference), reports.on(reference));
    }

    /** Sends a dead message once more, which is refused for one that may have arrived. */
    @PostMapping("/messages/{reference}/attempts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Message sendAgain(@PathVariable String reference) {
        Message message = find(reference);
        if (!outbox.revive(reference)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "The message is " + message.sending() + "; only one that surely was not sent can be sent again");
        }
        return find(reference);
    }

    @GetMapping("/dead-letters")
    Dead deadLetters() {
        return new Dead(deadLetters.messages(LIMIT), deadLetters.events(LIMIT));
    }

    /** Reports on messages that this application did not send. */
    @GetMapping("/reports/unknown")
    List<Report> unknownReports() {
        return reports.onUnknownMessages(LIMIT);
    }

    private Message find(String reference) {
        return outbox.find(reference)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such message"));
    }
}
