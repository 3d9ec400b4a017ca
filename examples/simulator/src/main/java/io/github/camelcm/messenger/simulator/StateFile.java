package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where the state is kept between two runs. It is written beside and then put in place in one step, so that there is
 * always a whole one; only the owner may read it, because it holds what people wrote.
 */
final class StateFile {

    private final Path path;

    StateFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /**
     * The state document; null if there is no file yet.
     *
     * @throws SimulatorException if it is there but cannot be read, or if it could not be written later
     */
    @Nullable
    JsonNode read() {
        checkPlace();
        if (Files.notExists(path)) {
            return null;
        }
        try {
            JsonNode state = StateCalls.MAPPER.readTree(path.toFile());
            if (state.isMissingNode()) {
                throw unusable("it is empty");
            }
            return state;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw unusable("it is no valid JSON, see line " + line);
        } catch (NumberFormatException e) {
            throw unusable("it holds a number that is none");
        } catch (IOException e) {
            throw unusable("it cannot be read" + reason(e));
        }
    }

    private void checkPlace() {
        Path folder = path.getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw unusable("it is a directory");
        }
        if (!Files.isDirectory(folder)) {
            throw unusable("its directory does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw unusable("its directory is not writable, so that the state could not be saved");
        }
    }

    SimulatorException unusable(String why) {
        return SimulatorException.invalid("The state file " + path + " is not usable: " + why + ".");
    }

    /**
     * Replaces the file.
     *
     * @throws SimulatorException if it cannot be written; then the old one stays as it was
     */
    synchronized void write(Answers.Writer state) {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path; // what a link names, not the link
            Path written = Files.createTempFile(target.getParent(), ".simulator-state-", ".tmp");
            try {
                write(state, written);
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw SimulatorException.conflict("The state cannot be saved to " + path + reason(e) + ".");
        }
    }

    private static void write(Answers.Writer state, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            JsonGenerator json = StateCalls.MAPPER.createGenerator(out);
            state.write(json);
            json.flush();
            channel.force(true);
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? ": access is denied"
                : " (" + e.getClass().getSimpleName() + ")";
    }
}
