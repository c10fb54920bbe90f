package dev.collab.tck.broken;

import dev.collab.model.Attachment;
import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notifiers that break one thing each, as one that sends e-mail or pushes may. */
final class BrokenNotifiers {
    private BrokenNotifiers() {}

    /** Lets the mail library tidy the text up. */
    static final class TrimsText extends DelegatingNotifier {
        @Override
        public synchronized void toAgent(AgentNotification told) {
            super.toAgent(saying(told, told.text() == null ? null : told.text().strip()));
        }

        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            super.toCustomer(
                    saying(sent, sent.text() == null ? null : sent.text().strip(), sent.attachments()));
        }
    }

    /** Puts words where there are none. */
    static final class FillsIn extends DelegatingNotifier {
        @Override
        public synchronized void toAgent(AgentNotification told) {
            super.toAgent(saying(told, told.text() == null ? "You have a note" : told.text()));
        }

        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            super.toCustomer(saying(sent, String.valueOf(sent.text()), sent.attachments()));
        }
    }

    /** Sends the first file and forgets the others. */
    static final class KeepsOneFile extends DelegatingNotifier {
        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            super.toCustomer(saying(
                    sent, sent.text(), sent.attachments().stream().limit(1).toList()));
        }
    }

    /** Makes one thread of all that has the same subject. */
    static final class ThreadsBySubject extends DelegatingNotifier {
        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            var subject = sent.subject();
            super.toCustomer(new CustomerMessage(
                    sent.id(),
                    sent.kind(),
                    sent.recipient(),
                    sent.inbox(),
                    subject == null ? sent.conversation() : new ConversationId(subject),
                    sent.channel(),
                    subject,
                    sent.customerSequence(),
                    sent.from(),
                    sent.text(),
                    sent.attachments(),
                    sent.at(),
                    sent.replyToken()));
        }
    }

    /** Writes a failure into its log and goes on. */
    static final class SwallowsFailures extends DelegatingNotifier {
        @Override
        public synchronized void toAgent(AgentNotification told) {
            if (!down) {
                super.toAgent(told);
            }
        }

        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            if (!down) {
                super.toCustomer(sent);
            }
        }
    }

    /** Throws, and keeps what it was handed for later, so that it arrives twice. */
    static final class ThrowsAndSends extends DelegatingNotifier {
        @Override
        public synchronized void toAgent(AgentNotification told) {
            atAgents.add(told);
            failIfDown();
        }
    }

    /** Knows repetitions, also of what never arrived. */
    static final class RemembersTooEarly extends DelegatingNotifier {
        private final Set<NotificationId> known = new HashSet<>();

        @Override
        public synchronized void toAgent(AgentNotification told) {
            if (known.add(told.id())) {
                super.toAgent(told);
            }
        }
    }

    /** Takes what says the same for a repetition. */
    static final class KnowsByText extends DelegatingNotifier {
        @Override
        public synchronized void toAgent(AgentNotification told) {
            failIfDown();
            if (atAgents.stream().noneMatch(one -> String.valueOf(one.text()).equals(told.text()))) {
                super.toAgent(told);
            }
        }
    }

    /** Knows repetitions by an id whose case it ignores. */
    static final class KnowsByFoldedId extends DelegatingNotifier {
        private final Set<String> known = new HashSet<>();

        @Override
        public synchronized void toAgent(AgentNotification told) {
            failIfDown();
            if (known.add(told.id().value().toLowerCase(Locale.ROOT))) {
                super.toAgent(told);
            }
        }

        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            failIfDown();
            if (known.add(sent.id().value().toLowerCase(Locale.ROOT))) {
                super.toCustomer(sent);
            }
        }
    }

    /** Knows repetitions, as it should if it says so. */
    static final class Deduplicates extends DelegatingNotifier {
        private final Set<NotificationId> known = new HashSet<>();

        @Override
        public synchronized void toAgent(AgentNotification told) {
            failIfDown();
            if (known.add(told.id())) {
                super.toAgent(told);
            }
        }

        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            failIfDown();
            if (known.add(sent.id())) {
                super.toCustomer(sent);
            }
        }
    }

    /** Sends by priority, as a queue by id does. */
    static final class SortsById extends DelegatingNotifier {
        @Override
        public synchronized void toAgent(AgentNotification told) {
            super.toAgent(told);
            atAgents.sort(Comparator.comparing(AgentNotification::id));
        }

        @Override
        public synchronized void toCustomer(CustomerMessage sent) {
            super.toCustomer(sent);
            atCustomers.sort(Comparator.comparing(CustomerMessage::id));
        }
    }

    /** Has one envelope, which the threads take from each other. */
    static final class SharesAnEnvelope extends DelegatingNotifier {
        private final CountDownLatch second = new CountDownLatch(2);
        private volatile AgentNotification envelope;

        @Override
        public void toAgent(AgentNotification told) {
            envelope = told;
            second.countDown();
            try {
                // Not for ever: most tests have one thread only.
                if (told.id().value().contains("/")) {
                    second.await(1, TimeUnit.SECONDS);
                }
            } catch (InterruptedException interruption) {
                throw new IllegalStateException(interruption);
            }
            super.toAgent(envelope);
        }
    }

    private static AgentNotification saying(AgentNotification told, String text) {
        return new AgentNotification(
                told.id(),
                told.recipient(),
                told.kind(),
                told.inbox(),
                told.conversation(),
                told.actor(),
                told.subject(),
                told.sequence(),
                text,
                told.at(),
                told.replyToken());
    }

    private static CustomerMessage saying(CustomerMessage sent, String text, List<Attachment> attachments) {
        return new CustomerMessage(
                sent.id(),
                sent.kind(),
                sent.recipient(),
                sent.inbox(),
                sent.conversation(),
                sent.channel(),
                sent.subject(),
                sent.customerSequence(),
                sent.from(),
                text,
                attachments,
                sent.at(),
                sent.replyToken());
    }
}
