package io.github.camelcm.messenger.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The HTTP server and its life. */
final class SimulatorServer {

    static final String HOST = "127.0.0.1";

    private static final int EVENT_LOOPS = 2;
    private static final int WORKERS = 10;
    private static final long PATIENCE_SECONDS = 30;

    private final int wantedPort;
    private final Vertx vertx;
    private volatile @Nullable HttpServer server;

    SimulatorServer(int wantedPort) {
        this.wantedPort = wantedPort;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(WORKERS)
                // a test that forgets to close must not keep its JVM alive
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    Vertx vertx() {
        return vertx;
    }

    void listen(GatewayRoute gateway, ControlApi control, PageRoute page) {
        Router router = Router.router(vertx);
        LocalCallers.mount(router);
        gateway.mount(router);
        control.mount(router);
        page.mount(router);
        HttpServerOptions options = new HttpServerOptions()
                .setHandle100ContinueAutomatically(true)
                // the gateway of CM.com is not known to take it, and one connection can then be reset for one request
                .setHttp2ClearTextEnabled(false);
        try {
            server =
                    await(vertx.createHttpServer(options).requestHandler(router).listen(wantedPort, HOST));
        } catch (ExecutionException e) {
            close();
            throw new IllegalStateException(sentence(e.getCause()), e.getCause());
        }
    }

    private String sentence(Throwable cause) {
        String where = "The simulator cannot listen on port " + wantedPort + " of " + HOST;
        return cause instanceof BindException
                ? where + ": the port is in use or not allowed; choose another, or 0 for any free one."
                : where + ": " + cause.getMessage();
    }

    int port() {
        HttpServer running = server;
        if (running == null) {
            throw new IllegalStateException("The simulator does not listen");
        }
        return running.actualPort();
    }

    String url() {
        return "http://" + HOST + ":" + port();
    }

    void close() {
        try {
            await(vertx.close());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The simulator did not close cleanly", e.getCause());
        }
    }

    private static <T> T await(Future<T> future) throws ExecutionException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the simulator started or closed", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The simulator did not start or close in time", e);
        }
    }
}
