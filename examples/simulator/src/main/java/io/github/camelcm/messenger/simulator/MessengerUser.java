package io.github.camelcm.messenger.simulator;

/**
 * One person as one Facebook page knows them: a PSID is valid for its page only.
 *
 * @param pageId id of the Facebook page, not blank
 * @param psid the page-scoped user id, not blank
 * @param name what CM.com reports as the user's name; may be empty, as it is when a page's authorization has lapsed
 */
public record MessengerUser(String pageId, String psid, String name) {

    /**
     * Checks the ids.
     *
     * @throws SimulatorException if an id is blank
     */
    public MessengerUser {
        if (pageId.isBlank()) {
            throw SimulatorException.invalid("The page id is blank; give the id of the Facebook page.");
        }
        if (psid.isBlank()) {
            throw SimulatorException.invalid("The PSID is blank; give the page-scoped id of the user.");
        }
    }

    /**
     * A user without a name.
     *
     * @param pageId id of the Facebook page, not blank
     * @param psid the page-scoped user id, not blank
     * @throws SimulatorException if an id is blank
     */
    public MessengerUser(String pageId, String psid) {
        this(pageId, psid, "");
    }
}
