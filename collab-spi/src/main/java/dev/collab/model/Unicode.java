package dev.collab.model;

/** Says whether a string survives every store and wire unchanged. */
public final class Unicode {
    private Unicode() {}

    /**
     * Tells whether every surrogate of the text has its partner.
     *
     * @param text any string
     * @return false if a surrogate stands alone; such a text cannot be encoded as UTF-8
     */
    public static boolean isWellFormed(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (Character.isHighSurrogate(unit)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
