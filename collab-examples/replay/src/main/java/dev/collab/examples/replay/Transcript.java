package dev.collab.examples.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of chats one by one, so that only one of them is in memory.
 *
 * <p>The file is a JSON array of objects. Of each, {@code convo_id} (a number or a string) and {@code original} (an array
 * of [speaker, text]) are read, other members skipped. Where a problem is reported, the column counts bytes.
 */
final class Transcript implements Closeable {
    private final String file;
    private final JsonParser json;
    private int chats;
    private @Nullable String chat;

    private Transcript(String file, InputStream content) throws IOException {
        this.file = file;
        this.json = new JsonFactory().createParser(content);
    }

    /** Opens a file; nothing of it is read yet. */
    static Transcript of(Path file) {
        try {
            return new Transcript(file.toString(), Files.newInputStream(file));
        } catch (NoSuchFileException missing) {
            throw new BadTranscriptException(file + ": no such file");
        } catch (IOException unreadable) {
            throw new BadTranscriptException(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    /** Opens a resource beside this class. */
    static Transcript ofResource(String name) throws IOException {
        var content = Transcript.class.getResourceAsStream(name);
        if (content == null) {
            throw new BadTranscriptException(name + ": no such resource");
        }
        return new Transcript(name, content);
    }

    /**
     * Reads the next chat.
     *
     * @return the chat; empty after the last one
     * @throws BadTranscriptException if the file goes on with anything else
     */
    Optional<Chat> next() {
        try {
            if (chats == 0) {
                need(json.nextToken() == JsonToken.START_ARRAY, "must be an array of chats");
            }
            if (json.nextToken() == JsonToken.END_ARRAY) {
                need(json.nextToken() == null, "must end after the array of chats");
                return Optional.empty();
            }
            chats++;
            chat = "chat " + chats;
            var next = chat();
            chat = null;
            return Optional.of(next);
        } catch (JsonProcessingException broken) {
            throw bad(place(broken), "not JSON: " + problem(broken));
        } catch (IOException unreadable) {
            throw new BadTranscriptException(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private Chat chat() throws IOException {
        need(json.currentToken() == JsonToken.START_OBJECT, "a chat must be an object");
        List<Turn> turns = null;
        var name = "chat " + chats;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var member = json.currentName();
            json.nextToken();
            if (member.equals("convo_id")) {
                need(
                        json.currentToken() == JsonToken.VALUE_STRING
                                || json.currentToken() == JsonToken.VALUE_NUMBER_INT,
                        "convo_id must be a number or a string");
                name = "chat " + chats + ", convo_id " + Printable.shortened(json.getText());
                chat = name;
            } else if (member.equals("original")) {
                need(turns == null, "original must be there once");
                turns = turns();
            } else {
                json.skipChildren();
            }
        }
        if (turns == null) {
            throw bad(place(json.currentTokenLocation()), "original is missing");
        }
        return new Chat(chats, name, turns);
    }

    private List<Turn> turns() throws IOException {
        need(json.currentToken() == JsonToken.START_ARRAY, "original must be an array of turns");
        var turns = new ArrayList<Turn>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            turns.add(turn(turns.size() + 1));
        }
        return turns;
    }

    private Turn turn(int number) throws IOException {
        var shape = "turn " + number + " must be [speaker, text], both strings";
        need(json.currentToken() == JsonToken.START_ARRAY, shape);
        var place = place(json.currentTokenLocation());
        need(json.nextToken() == JsonToken.VALUE_STRING, shape);
        var word = json.getText();
        var speaker = Speaker.of(word);
        need(
                speaker.isPresent(),
                "turn " + number + " has the speaker \"" + Printable.shortened(word)
                        + "\", but must have agent, customer or action");
        need(json.nextToken() == JsonToken.VALUE_STRING, shape);
        var text = json.getText();
        need(json.nextToken() == JsonToken.END_ARRAY, shape);
        return new Turn(number, speaker.orElseThrow(), text, place);
    }

    private void need(boolean good, String problem) {
        if (!good) {
            boolean atEnd = json.currentToken() == null;
            throw bad(place(atEnd ? json.currentLocation() : json.currentTokenLocation()), problem);
        }
    }

    private BadTranscriptException bad(String place, String problem) {
        var where = chat == null ? "" : chat + ": ";
        return new BadTranscriptException(file + ":" + place + ": " + where + problem);
    }

    /** Leaves out a second location: of a file that ends too early it is where an array began, hardly of use. */
    private static String problem(JsonProcessingException broken) {
        var problem = broken.getOriginalMessage();
        int second = problem.indexOf(" (start marker at ");
        return Printable.of(second < 0 ? problem : problem.substring(0, second));
    }

    /** Without a place, a limit of the parser was exceeded: it is where the parser stands. */
    private String place(JsonProcessingException broken) {
        return place(broken.getLocation() == null ? json.currentLocation() : broken.getLocation());
    }

    private static String place(JsonLocation location) {
        return String.format(Locale.ROOT, "%d:%d", location.getLineNr(), location.getColumnNr());
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
