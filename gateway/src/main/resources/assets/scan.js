// Sends frames of the camera to the server's reader until one holds a QR code; at most twenty, none is kept.
"use strict";
(() => {
    const place = document.querySelector("[data-scanner]");
    if (!place || !navigator.mediaDevices) {
        return;
    }
    const start = place.querySelector("button");
    const video = place.querySelector("video");
    const said = place.querySelector("[role=status]");
    const most = 20;
    let stream = null;

    const stop = (text) => {
        if (stream) {
            stream.getTracks().forEach((track) => track.stop());
            stream = null;
        }
        video.hidden = true;
        start.hidden = false;
        said.textContent = text;
    };

    const frame = () => new Promise((done) => {
        const canvas = document.createElement("canvas");
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        canvas.getContext("2d").drawImage(video, 0, 0);
        canvas.toBlob(done, "image/jpeg", 0.9);
    });

    const read = async () => {
        for (let sent = 0; stream && sent < most; sent++) {
            await new Promise((next) => setTimeout(next, 250));
            const answer = await fetch(place.dataset.scanner, {
                method: "POST",
                headers: {"X-Csrf": place.dataset.csrf},
                body: await frame(),
            });
            if (answer.status === 200) {
                const to = await answer.text();
                stop("");
                location.assign(to);
                return;
            }
            if (answer.status !== 204) {
                break;
            }
        }
        stop(place.dataset.none);
    };

    place.hidden = false;
    start.addEventListener("click", async () => {
        try {
            stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: "environment", width: {ideal: 1280}}});
        } catch (refused) {
            stop(place.dataset.refused);
            return;
        }
        video.srcObject = stream;
        video.hidden = false;
        start.hidden = true;
        said.textContent = place.dataset.reading;
        await video.play();
        read();
    });
})();
