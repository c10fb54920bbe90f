package dev.collab.tck.suite;

/** Says that an adapter does not do what its port says. */
public final class ContractBroken extends AssertionError {
    private static final long serialVersionUID = 1L;

    ContractBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
