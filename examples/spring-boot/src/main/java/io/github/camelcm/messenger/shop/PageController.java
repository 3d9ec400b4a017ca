package io.github.camelcm.messenger.shop;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page for people: messages, dead letters, and reports on messages of others. */
@Controller
final class PageController {

    private static final int LIMIT = 50;

    private final Outbox outbox;
    private final Reports reports;
    private final DeadLetters deadLetters;

    PageController(Outbox outbox, Reports reports, DeadLetters deadLetters) {
        this.outbox = outbox;
        this.reports = reports;
        this.deadLetters = deadLetters;
    }

    @GetMapping("/")
    String page(Model model, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("messages", outbox.newest(LIMIT));
        model.addAttribute("deadMessages", deadLetters.messages(LIMIT));
        model.addAttribute("deadEvents", deadLetters.events(LIMIT));
        model.addAttribute("unknownReports", reports.onUnknownMessages(LIMIT));
        return "shop";
    }
}
