package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.gateway.Deadlines.Deadline;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The client's pool of connections, which lets nobody wait longer for one than asked for. The library's own pool looks at
 * who has waited too long only when a connection comes back, which may be never.
 */
final class TimelyConnections extends PoolingAsyncClientConnectionManager {

    private final Deadlines deadlines;

    TimelyConnections(TlsStrategy tls, Deadlines deadlines) {
        super(
                RegistryBuilder.<TlsStrategy>create().register("https", tls).build(),
                // strict: the limit holds, and those who wait get a connection in the order they came
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND);
        this.deadlines = deadlines;
    }

    @Override
    public Future<AsyncConnectionEndpoint> lease(
            String id,
            HttpRoute route,
            Object state,
            Timeout requestTimeout,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        Wait wait = new Wait(callback);
        Future<AsyncConnectionEndpoint> lease = super.lease(id, route, state, requestTimeout, wait);
        wait.atMost(requestTimeout, lease);
        return lease;
    }

    /** Waits for a connection. Either the pool or the time-out ends the wait; whichever comes second changes nothing. */
    private final class Wait implements FutureCallback<AsyncConnectionEndpoint> {

        private final FutureCallback<AsyncConnectionEndpoint> callback;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile @Nullable Deadline deadline;

        private Wait(FutureCallback<AsyncConnectionEndpoint> callback) {
            this.callback = callback;
        }

        private void atMost(Timeout requestTimeout, Future<AsyncConnectionEndpoint> lease) {
            if (over.get()) {
                return; // a connection was free
            }
            Deadline set = deadlines.in(requestTimeout.toDuration(), () -> {
                if (over.compareAndSet(false, true)) {
                    lease.cancel(true);
                    callback.failed(new ConnectionRequestTimeoutException("no free connection in time"));
                }
            });
            deadline = set;
            if (over.get()) {
                set.callOff(); // it came while the deadline was set
            }
        }

        private boolean end() {
            Deadline set = deadline;
            if (set != null) {
                set.callOff();
            }
            return over.compareAndSet(false, true);
        }

        @Override
        public void completed(AsyncConnectionEndpoint endpoint) {
            if (end()) {
                callback.completed(endpoint);
            } else {
                release(endpoint, null, TimeValue.NEG_ONE_MILLISECOND);
            }
        }

        @Override
        public void failed(Exception cause) {
            if (end()) {
                callback.failed(cause);
            }
        }

        @Override
        public void cancelled() {
            if (end()) {
                callback.cancelled();
            }
        }
    }
}
