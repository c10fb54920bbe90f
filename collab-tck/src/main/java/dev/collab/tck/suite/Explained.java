package dev.collab.tck.suite;

import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Puts into the message of a failure which rule is broken, by which method, and what to read. */
public final class Explained implements InvocationInterceptor {
    private static final Pattern SENTENCE = Pattern.compile("(?<rules>(?:[BP]-\\d+ )+)(?<sentence>.*)", Pattern.DOTALL);

    /** Makes one; JUnit does. */
    public Explained() {}

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            var clause = method.getExecutable().getAnnotation(Clause.class);
            if (clause == null) {
                throw failure;
            }
            throw new ContractBroken(message(clause, context, failure), failure);
        }
    }

    /** {@inheritDoc} */
    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        begun(invocation, method);
    }

    /** {@inheritDoc} */
    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        begun(invocation, method);
    }

    /** What an adapter's test does around the tests of the kit fails them or not; it cannot abort them. */
    private static void begun(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Exception failure) {
            throw new ContractBroken(method.getExecutable() + " failed: " + failure, failure);
        }
    }

    private static String message(Clause clause, ExtensionContext context, Throwable failure) {
        var named = SENTENCE.matcher(context.getDisplayName());
        boolean matches = named.matches();
        var rules = matches ? named.group("rules").strip() : "The contract";
        var sentence = matches ? named.group("sentence") : context.getDisplayName();
        var subject = context.getParent().map(ExtensionContext::getDisplayName).orElse("");
        var lines = new StringBuilder();
        lines.append(rules)
                .append(" is broken by ")
                .append(clause.value())
                .append(" of ")
                .append(adapter(context));
        lines.append("\n  expected: ").append(subject).append(' ').append(sentence);
        lines.append("\n  found:    ").append(String.valueOf(failure).strip().replace("\n", "\n            "));
        lines.append("\n  read:     ").append(clause.read().place());
        if (clause.value().contains(".")) {
            lines.append(", and the javadoc of ").append(clause.value());
        }
        lines.append("\n  repair:   the adapter");
        if (!clause.orDeclare().isEmpty()) {
            lines.append("; or declare ").append(clause.orDeclare()).append(", if that is what it means to do");
        }
        return lines.toString();
    }

    private static String adapter(ExtensionContext context) {
        return context.getTestInstances().stream()
                .flatMap(instances -> instances.getAllInstances().stream())
                .filter(Named.class::isInstance)
                .map(Named.class::cast)
                .map(Named::adapterName)
                .findFirst()
                .orElse("the adapter");
    }

    /** Knows what is being tested. */
    public interface Named {
        /** {@return the name of the adapter's class} */
        String adapterName();
    }
}
