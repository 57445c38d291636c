/**
 * The chat's end of the widget's handshake: tells the page around it that the frame was not refused. The message says
 * nothing else, so it may be sent to whichever page that is.
 */
if (parent !== window) parent.postMessage({ type: "nahtstelle:ready" }, "*");
