package io.yipiao.gateway.tell;

/** Sends text messages. */
public interface SmsSender {

    /** What became of a message. */
    enum Outcome {
        /** It was taken, now or before. */
        TAKEN,
        /** It will never be: a wrong number, a text that is not allowed. */
        REFUSED
    }

    /**
     * Hands over a message. The same message may be handed over again; its id stays the same.
     *
     * @throws SmsUnavailable if it is not known whether it was taken
     */
    Outcome send(Sms sms);
}
