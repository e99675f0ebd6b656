package io.yipiao.gateway.chromium;

/** What a page is looked at on. */
public enum Screen {
    PHONE(360, 780),
    DESK(1440, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
