package io.yipiao.gateway.benefit;

/** Which of a scheme's tables holds for a visit or stay. */
public enum Place {
    /** In the city; or outside of it, but long-term, referred, filed (异地就医备案) or an emergency. */
    CITY,
    /** Outside of the city, neither filed nor an emergency. */
    AWAY
}
