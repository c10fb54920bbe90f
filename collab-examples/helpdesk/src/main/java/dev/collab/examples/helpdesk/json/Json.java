package dev.collab.examples.helpdesk.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.InvitationId;
import dev.collab.model.NotificationId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes and reads JSON: ids as bare strings, times and durations as ISO 8601, and what is absent not at all. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(module())
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(Set.class, Json::emptyIfAbsent)
            .withConfigOverride(List.class, Json::emptyIfAbsent)
            .withConfigOverride(Map.class, Json::emptyIfAbsent)
            .build();

    private Json() {}

    /** {@return a value as one line of JSON} */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("not to be written as JSON: " + value.getClass(), broken);
        }
    }

    /**
     * Reads a value.
     *
     * @param <T> its type
     * @param type its type
     * @param text JSON somebody sent
     * @return the value
     * @throws InvalidArgumentException if it is something else, naming the part and never what it says
     */
    public static <T> T read(Class<T> type, String text) {
        try {
            return InvalidArgumentException.ifNull("body", MAPPER.readValue(text, type));
        } catch (JsonMappingException wrong) {
            if (wrong.getCause() instanceof InvalidArgumentException argument) {
                throw argument;
            }
            throw new InvalidArgumentException(place(wrong), "must be of another form");
        } catch (JsonProcessingException notJson) {
            throw new InvalidArgumentException("body", "must be JSON");
        }
    }

    private static String place(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .reduce((before, after) -> before + "." + after)
                .orElse("body");
    }

    private static void emptyIfAbsent(MutableConfigOverride override) {
        override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private static SimpleModule module() {
        var module = new SimpleModule();
        add(module, Instant.class, Instant::parse);
        add(module, Duration.class, Duration::parse);
        add(module, AgentId.class, AgentId::new);
        add(module, ConversationId.class, ConversationId::new);
        add(module, CustomerId.class, CustomerId::new);
        add(module, GroupId.class, GroupId::new);
        add(module, InboxId.class, InboxId::new);
        add(module, InvitationId.class, InvitationId::new);
        add(module, NotificationId.class, NotificationId::new);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString();
            if (text == null) {
                throw JsonMappingException.from(parser, "must be a string");
            }
            try {
                return parse.apply(text);
            } catch (DateTimeException wrong) {
                throw JsonMappingException.from(parser, "must be ISO 8601", wrong);
            }
        }
    }
}
