package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.nio.charset.StandardCharsets;

/** Reads what the gateway answers; what is not as expected ends the story. */
final class Reading {
    private Reading() {}

    static Json.Members object(String json) {
        try {
            return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
        } catch (FieldException e) {
            throw new StoryException("not JSON: " + json, e);
        }
    }

    static String text(Json.Members members, String name) {
        try {
            return members.text(name);
        } catch (FieldException e) {
            throw new StoryException(e.getMessage() + " in " + members, e);
        }
    }

    static long whole(Json.Members members, String name) {
        try {
            return members.whole(name);
        } catch (FieldException e) {
            throw new StoryException(e.getMessage() + " in " + members, e);
        }
    }

    /** A verdict's sentence in both languages. */
    static String sentence(Json.Members verdict) {
        try {
            Json.Members sentence = verdict.object("sentence");
            return sentence.text("zh") + " / " + sentence.text("en");
        } catch (FieldException e) {
            throw new StoryException("no sentence: " + verdict, e);
        }
    }

    /** The states of the shares that a verdict shows. */
    static String shares(Json.Members verdict) {
        StringBuilder states = new StringBuilder();
        try {
            for (Json.Members share : verdict.items("shares").objects("shares")) {
                states.append(share.text("state")).append(' ');
            }
        } catch (FieldException e) {
            throw new StoryException("no shares: " + verdict, e);
        }
        return states.toString();
    }

    static Json.Members claim(Api api, String number) {
        return api.get("/api/v1/claims/" + number).expect(200).json();
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new StoryException("expected " + what);
        }
    }
}
