package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SimulatorLifecycleTest {

    @Test
    void tellsWhereItListens() {
        try (CmSimulator simulator = CmSimulator.builder().port(0).start()) {
            assertThat(simulator.port()).isBetween(1, 65535);
            assertThat(simulator.gatewayUrl()).isEqualTo("http://127.0.0.1:" + simulator.port() + "/v1.0/message");
            assertThat(simulator.controlUrl()).isEqualTo("http://127.0.0.1:" + simulator.port() + "/simulator/api");
        }
    }

    @Test
    void saysThatAPortIsInUse() {
        try (CmSimulator first = CmSimulator.builder().start()) {
            CmSimulatorBuilder second = CmSimulator.builder().port(first.port());
            assertThatThrownBy(second::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The simulator cannot listen on port " + first.port() + " of 127.0.0.1: the port is in "
                            + "use or not allowed; choose another, or 0 for any free one.");
        }
    }

    @Test
    void freesThePortWhenItIsClosed() {
        CmSimulator first = CmSimulator.builder().start();
        int port = first.port();
        first.close();
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
        try (CmSimulator second = CmSimulator.builder().port(port).start()) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @Test
    void mayBeClosedTwice() {
        CmSimulator simulator = CmSimulator.builder().start();
        simulator.close();
        assertThatCode(simulator::close).doesNotThrowAnyException();
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        InetAddress outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(outside != null, "this machine has no address but loopback");
        try (CmSimulator simulator = CmSimulator.builder().start();
                Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(outside, simulator.port()), 5000))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void severalRunAtATime() {
        try (CmSimulator one = CmSimulator.builder().start();
                CmSimulator other = CmSimulator.builder().start()) {
            new SimulatorClient(one).send(Samples.request(Samples.msg()));
            assertThat(one.journal().messages()).hasSize(1);
            assertThat(other.journal().messages()).isEmpty();
        }
    }

    @Test
    void refusesOptionsOutOfRange() {
        CmSimulatorBuilder builder = CmSimulator.builder();
        assertThatThrownBy(() -> builder.port(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.port(65536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.productToken(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxBodySize(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.journalCapacity(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.webhookTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.webhookTimeout(Duration.ofHours(1).plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
