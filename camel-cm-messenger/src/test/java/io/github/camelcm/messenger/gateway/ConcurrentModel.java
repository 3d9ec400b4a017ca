package io.github.camelcm.messenger.gateway;

import java.util.List;

/** Something that several threads use at once, and what must hold when they have done so. */
interface ConcurrentModel {

    /** What a thread may do. */
    List<Runnable> operations(int thread);

    /** Throws if it does not hold. */
    void whatMustHold();
}
