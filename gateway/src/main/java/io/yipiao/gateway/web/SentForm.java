package io.yipiao.gateway.web;

import io.yipiao.gateway.http.Call;

import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.RequestContext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A form of {@code multipart/form-data} (RFC 7578), read up to its first file: our forms put the
 * file last. A script may instead send the file alone, with the token in a header.
 */
record SentForm(Form form, SentFile file) {
    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_FIELD = 64 << 10;

    /** A name of 255 characters has up to 765 bytes. */
    private static final int LONGEST_HEADER = 4 << 10;

    static SentForm of(Call call, InputStream body) throws IOException {
        Optional<String> token = call.header("x-csrf");
        if (token.isPresent()) {
            Form form = new Form(Map.of("csrf", List.of(token.get())));
            return new SentForm(form, new SentFile("", body));
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            FileUpload upload = new FileUpload();
            upload.setPartHeaderSizeMax(LONGEST_HEADER);
            FileItemIterator items = upload.getItemIterator(context(call, body));
            for (int i = 0; i < MOST_FIELDS && items.hasNext(); i++) {
                FileItemStream item = items.next();
                if (!item.isFormField()) {
                    return new SentForm(
                            new Form(fields), new SentFile(name(item), item.openStream()));
                }
                fields.computeIfAbsent(item.getFieldName(), any -> new ArrayList<>())
                        .add(text(item));
            }
        } catch (FileUploadException e) {
            throw new IllegalFormException(String.valueOf(e.getMessage()));
        }
        return new SentForm(new Form(fields), new SentFile("", InputStream.nullInputStream()));
    }

    /** A name with a NUL is a name all the same. */
    private static String name(FileItemStream item) {
        try {
            return Objects.requireNonNullElse(item.getName(), "");
        } catch (InvalidFileNameException e) {
            return e.getName();
        }
    }

    private static String text(FileItemStream item) throws IOException {
        try (InputStream in = item.openStream()) {
            byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw new IllegalFormException("a field is too long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static RequestContext context(Call call, InputStream body) {
        return new RequestContext() {
            @Override
            public String getCharacterEncoding() {
                return "UTF-8";
            }

            @Override
            public String getContentType() {
                return call.header("content-type").orElse("");
            }

            @Override
            @SuppressWarnings("deprecation") // the interface has no other
            public int getContentLength() {
                return -1;
            }

            @Override
            public InputStream getInputStream() {
                return body;
            }
        };
    }
}
