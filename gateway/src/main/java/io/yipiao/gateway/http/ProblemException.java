package io.yipiao.gateway.http;

/** A handler cannot answer as asked, and says why. */
public final class ProblemException extends Exception {
    @SuppressWarnings("serial") // never sent anywhere
    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
