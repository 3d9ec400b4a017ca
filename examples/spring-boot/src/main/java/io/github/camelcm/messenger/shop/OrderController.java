package io.github.camelcm.messenger.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Orders and their news, for the shop's own systems. */
@RestController
@RequestMapping("/orders/{number}")
final class OrderController {

    private static final String NUMBER = "[A-Z0-9-]{1,20}";
    private static final String NUMBER_RULE = "must be 1 to 20 capital letters, digits and hyphens";

    /** An order, and what became of the messages about it, in their order. */
    record OrderWithNews(Order order, List<Message> messages) {}

    private final Orders orders;
    private final Outbox outbox;

    OrderController(Orders orders, Outbox outbox) {
        this.orders = orders;
        this.outbox = outbox;
    }

    /** 202: the customer will be told. 200: the state is known, and the customer was or will be told. */
    @PutMapping
    ResponseEntity<OrderWithNews> put(
            @PathVariable @Pattern(regexp = NUMBER, message = NUMBER_RULE) String number,
            @Valid @RequestBody OrderNews news) {
        boolean isNew = orders.put(number, Objects.requireNonNull(news.psid()), Objects.requireNonNull(news.state()));
        return ResponseEntity.status(isNew ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(get(number));
    }

    @GetMapping
    OrderWithNews get(@PathVariable String number) {
        Order order = orders.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such order"));
        return new OrderWithNews(order, outbox.about(number));
    }
}
