package dev.collab.benchmarks;

/**
 * Is one way to do what is compared.
 *
 * @param name what it is called in the table
 * @param threads how many threads do it at once
 * @param act does it once
 */
record Contender(String name, int threads, Act act) {
    /** Does it once. */
    interface Act {
        /**
         * Does it.
         *
         * @param thread which of the threads, from 0
         * @param number how often this thread has done it, from 0; it goes on from round to round
         * @throws Exception if it fails, which ends everything
         */
        void run(int thread, int number) throws Exception;
    }
}
