package io.github.camelcm.messenger.simulator;

/** Why the gateway refuses a message or a request: CM.com's code and a sentence that holds nothing of the payload. */
record Refusal(int code, String sentence) {

    static final int TOKEN = 101;
    static final int SEE_MESSAGES = 201;
    static final int MALFORMED = 202;
    static final int MSG = 203;
    static final int FROM = 301;
    static final int TO = 302;
    static final int NUMBER = 303;
    static final int BODY = 304;
    static final int FIELD = 305;
    static final int REJECTED = 403;
    static final int INTERNAL = 500;
}
