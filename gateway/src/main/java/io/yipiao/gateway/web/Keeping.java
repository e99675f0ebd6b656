package io.yipiao.gateway.web;

/** Keeps what somebody filled in whose session was over when he sent it. */
@FunctionalInterface
public interface Keeping {

    /**
     * @param session the cookie that no longer says who comes
     * @param path of the page it was filled in on
     * @param form as it was sent, urlencoded
     */
    void keep(String session, String path, String form);
}
