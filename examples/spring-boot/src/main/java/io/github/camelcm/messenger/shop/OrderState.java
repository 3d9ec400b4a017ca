package io.github.camelcm.messenger.shop;

/** How far an order came: the constants are in that order, and an order never goes back. */
public enum OrderState {
    CONFIRMED("is confirmed", "We pack it, and write to you when it leaves."),
    SHIPPED("is on its way", "The parcel service has it. It takes one to three days."),
    ARRIVED("has arrived", "We hope that you like it!");

    private final String words;
    private final String more;

    OrderState(String words, String more) {
        this.words = words;
        this.more = more;
    }

    /** Goes on from "Order 1001". */
    String words() {
        return words;
    }

    /** A sentence for the customer, at most 80 characters. */
    String more() {
        return more;
    }
}
