package dev.collab;

import dev.collab.internal.Defaults;
import dev.collab.model.AgentId;
import dev.collab.model.CustomerId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.notification.Relay;
import dev.collab.notification.RelayOptions;
import dev.collab.notification.ReplyTokens;
import dev.collab.spi.Capacity;
import dev.collab.spi.Directory;
import dev.collab.spi.IdSource;
import dev.collab.spi.Listener;
import dev.collab.spi.Notifier;
import dev.collab.spi.Signal;
import dev.collab.spi.Storage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is the library in a host: one for each tenant, shared by all threads.
 *
 * <p>Ask it for the desk of whoever acts. The acting person is fixed there once and for all; no command takes it as an
 * argument. Whether the person is who they say is the host's to know.
 */
public final class Collab {
    private final Host host;
    private final Optional<Notifier> notifier;
    private final RelayOptions relayOptions;
    private final Commands commands;

    private Collab(Host host, Optional<Notifier> notifier, RelayOptions relayOptions) {
        this.host = host;
        this.notifier = notifier;
        this.relayOptions = relayOptions;
        this.commands = new Commands(host);
    }

    /** {@return a builder that still needs a storage and a directory} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the desk of an agent.
     *
     * @param agent who acts; nothing is asked about them before they do
     * @return their desk, for as many calls as one likes
     */
    public AgentDesk agent(AgentId agent) {
        return new AgentDesk(InvalidArgumentException.ifNull("agent", agent), host, commands, null);
    }

    /**
     * Gives the desk of a customer.
     *
     * @param customer who acts
     * @return their desk, for as many calls as one likes
     */
    public CustomerDesk customer(CustomerId customer) {
        return new CustomerDesk(InvalidArgumentException.ifNull("customer", customer), host, commands, null);
    }

    /**
     * Gives the desk of an inbox admin.
     *
     * @param admin who acts; whether they are an admin is asked of the directory at each call
     * @return their desk, for as many calls as one likes
     */
    public AdminDesk admin(AgentId admin) {
        return new AdminDesk(InvalidArgumentException.ifNull("admin", admin), host);
    }

    /**
     * Gives the desk of an automation of the host.
     *
     * @param name what entries call it, 1 to 200 characters
     * @return its desk, for as many calls as one likes
     */
    public SystemDesk system(String name) {
        return new SystemDesk(InvalidArgumentException.ifNull("name", name), host, commands, null);
    }

    /**
     * Gives a relay that carries notifications to the notifier; the host drives it.
     *
     * @param name tells relays apart, 1 to 200 characters; no two that run at once share one
     * @return the relay
     * @throws InvalidArgumentException if no notifier was given
     */
    public Relay relay(String name) {
        var given = notifier.orElseThrow(() -> new InvalidArgumentException("notifier", "must be given"));
        return new Relay(
                name,
                host.storage(),
                host.directory(),
                given,
                host.listener(),
                host.time(),
                relayOptions,
                host.tokens());
    }

    /** Collects what the host brings. */
    public static final class Builder {
        private @Nullable Storage storage;
        private @Nullable Directory directory;
        private Optional<Signal> signal = Optional.empty();
        private Optional<Capacity> capacity = Optional.empty();
        private Optional<Notifier> notifier = Optional.empty();
        private Listener listener = new Listener() {};
        private RelayOptions relayOptions = RelayOptions.DEFAULTS;
        private Optional<ReplyTokens> tokens = Optional.empty();
        private InstantSource time = Defaults.time();
        private IdSource ids = Defaults.ids();

        private Builder() {}

        /**
         * Says where everything is kept; needed.
         *
         * @param value the tenant's storage
         * @return this
         */
        public Builder storage(Storage value) {
            storage = value;
            return this;
        }

        /**
         * Says who the agents are; needed.
         *
         * @param value the tenant's directory
         * @return this
         */
        public Builder directory(Directory value) {
            directory = value;
            return this;
        }

        /**
         * Says who is to hear that screens should read again; nobody unless said.
         *
         * @param value the signal
         * @return this
         */
        public Builder signal(Signal value) {
            signal = Optional.of(value);
            return this;
        }

        /**
         * Says who knows how much agents have to do; nobody unless said, then all have time.
         *
         * @param value the hook
         * @return this
         */
        public Builder capacity(Capacity value) {
            capacity = Optional.of(value);
            return this;
        }

        /**
         * Says who tells people what happened; nobody unless said, then notifications wait in the outbox.
         *
         * @param value the notifier
         * @return this
         */
        public Builder notifier(Notifier value) {
            notifier = Optional.of(value);
            return this;
        }

        /**
         * Says how relays work; {@link RelayOptions#DEFAULTS} unless said.
         *
         * @param value the options
         * @return this
         */
        public Builder relay(RelayOptions value) {
            relayOptions = value;
            return this;
        }

        /**
         * Lets notifications carry tokens, good for 30 days, that say what an answer answers; without a key they carry
         * none.
         *
         * @param key the secret, at least 32 bytes; the same for all hosts of the tenant, copied
         * @return this
         * @throws InvalidArgumentException if the key is too short
         */
        public Builder signingKey(byte[] key) {
            return signingKey(key, ReplyTokens.VALIDITY);
        }

        /**
         * Lets notifications carry tokens that say what an answer answers.
         *
         * @param key the secret, at least 32 bytes; the same for all hosts of the tenant, copied
         * @param validity how long after the notification a token is good, positive, at most 3,650 days
         * @return this
         * @throws InvalidArgumentException if the key is too short or the validity out of bounds
         */
        public Builder signingKey(byte[] key, Duration validity) {
            tokens = Optional.of(new ReplyTokens(key, validity));
            return this;
        }

        /**
         * Says who watches, for metrics and traces; nobody unless said.
         *
         * @param value the listener
         * @return this
         */
        public Builder listener(Listener value) {
            listener = value;
            return this;
        }

        /**
         * Says what time it is; the machine's clock unless said.
         *
         * @param value the clock
         * @return this
         */
        public Builder time(InstantSource value) {
            time = value;
            return this;
        }

        /**
         * Says where ids come from; random ones unless said.
         *
         * @param value the source
         * @return this
         */
        public Builder ids(IdSource value) {
            ids = value;
            return this;
        }

        /**
         * Builds the library.
         *
         * @return the library, ready for use; it starts no threads
         * @throws InvalidArgumentException if the storage or the directory is missing
         */
        public Collab build() {
            if (storage == null) {
                throw new InvalidArgumentException("storage", "must be given");
            }
            if (directory == null) {
                throw new InvalidArgumentException("directory", "must be given");
            }
            var host = new Host(storage, directory, signal, capacity, listener, time, ids, tokens);
            return new Collab(host, notifier, relayOptions);
        }
    }
}
