package org.onevisit.housing.core.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.util.List;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.EventTypes;
import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.State;

/** State and events as JSON bytes. Only what is written here is ever read here; older forms are read by golden histories. */
public final class Codec {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new ModelModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .build();

    /** A state in bytes. */
    byte[] write(State state) {
        return bytes(state);
    }

    /** A state from bytes. */
    State readState(byte[] json) {
        return read(json, State.class);
    }

    /** Dates in bytes. */
    byte[] write(Dates dates) {
        return bytes(dates);
    }

    /** Dates from bytes. */
    Dates readDates(byte[] json) {
        return read(json, Dates.class);
    }

    /** State and dates, as they stood in one in rows of before. */
    Content readContent(byte[] json) {
        return read(json, Content.class);
    }

    /** Events in bytes. */
    byte[] write(List<Event> events) {
        return bytes(events);
    }

    /** Events of these types from bytes: a list of them, or the only one, as it stood alone in entries of before. */
    List<Event> readEvents(List<String> types, byte[] json) {
        JsonNode stored = read(json, JsonNode.class);
        List<JsonNode> all = stored.isArray() ? ImmutableList.copyOf(stored) : List.of(stored);
        if (all.size() != types.size()) {
            throw new IllegalStateException(
                    "an entry of the journal names %d events and holds %d".formatted(types.size(), all.size()));
        }
        return Streams.zip(types.stream(), all.stream(), this::event).toList();
    }

    private Event event(String type, JsonNode json) {
        Class<? extends Event> kind = EventTypes.all().get(type);
        if (kind == null) {
            throw new IllegalStateException("the journal holds an event of unknown type " + type);
        }
        try {
            return mapper.treeToValue(json, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(type + " cannot be read", e);
        }
    }

    /** A header in JSON. */
    public String write(Header header) {
        try {
            return mapper.writeValueAsString(header.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a header cannot be written", e);
        }
    }

    /** A header from JSON. */
    public Header readHeader(String json) {
        try {
            return Header.of(mapper.readValue(json, HeaderText.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a header cannot be read", e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    private <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be read", e);
        }
    }
}
