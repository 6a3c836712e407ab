/** The little that this client needs of a WebSocket, and the two ways to open one. */

/** An open connection, or one that is being opened. */
export interface Socket {
  /** Sends a text frame; does nothing once the connection is lost. */
  send(text: string): void;
  /** Closes it. `lost` is not called any more. */
  close(): void;
}

/** What happens to a socket. */
export interface SocketListener {
  opened(): void;
  heard(text: string): void;
  /** It is gone, or was never opened; with the HTTP status where the gateway refused it and the platform tells. */
  lost(why: string, status?: number): void;
}

/** Begins to open a connection. */
export type Dial = (listener: SocketListener) => Socket;

const largestAnswerBytes = 64 * 1024 * 1024;
const politeCloseMs = 1_000;

/** Node: the key goes into a header, and a refusal shows its HTTP status. */
export async function headerDial(url: string, key: string): Promise<Dial> {
  const { WebSocket } = await import("ws");
  return (listener) => {
    const socket = new WebSocket(url, {
      headers: { Authorization: `Bearer ${key}` },
      perMessageDeflate: false,
      maxPayload: largestAnswerBytes,
    });
    const lost = once(listener.lost.bind(listener));
    socket.on("open", () => listener.opened());
    socket.on("message", (data) => listener.heard(data.toString()));
    socket.on("unexpected-response", (_request, response) => {
      lost(`HTTP ${response.statusCode}`, response.statusCode);
      socket.terminate();
    });
    socket.on("error", (error) => lost(error.message));
    socket.on("close", (code, reason) => lost(`closed with ${code} ${reason}`));
    return {
      send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
      close: () => {
        lost.disarm();
        if (socket.readyState !== WebSocket.OPEN) {
          socket.terminate();
          return;
        }
        socket.close(1000);
        // A peer that does not answer the close must not keep this process alive.
        const late = setTimeout(() => socket.terminate(), politeCloseMs);
        socket.once("close", () => clearTimeout(late));
      },
    };
  };
}

/** Browsers: a page cannot set headers, so the key goes into a sub-protocol, and a refusal shows no status. */
export function subprotocolDial(url: string, key: string, platform: typeof WebSocket = WebSocket): Dial {
  const subprotocols = ["gateway.v1", `gateway.bearer.${base64Url(key)}`];
  return (listener) => {
    const socket = new platform(url, subprotocols);
    const lost = once(listener.lost.bind(listener));
    socket.onopen = () => listener.opened();
    socket.onmessage = (event) => listener.heard(String(event.data));
    socket.onerror = () => lost("the connection failed");
    socket.onclose = (event) => lost(`closed with ${event.code} ${event.reason}`);
    return {
      send: (text) => socket.readyState === platform.OPEN && socket.send(text),
      close: () => {
        lost.disarm();
        socket.close(1000);
      },
    };
  };
}

/** The way that fits where this program runs. */
export async function usualDial(url: string, key: string): Promise<Dial> {
  return isNode() ? headerDial(url, key) : subprotocolDial(url, key);
}

function isNode(): boolean {
  return typeof process !== "undefined" && process.versions?.node !== undefined;
}

function base64Url(text: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Platforms tell an end more than once, as an error and as a close. */
function once(told: (why: string, status?: number) => void) {
  let armed = true;
  const tell = (why: string, status?: number) => {
    if (armed) {
      armed = false;
      told(why, status);
    }
  };
  return Object.assign(tell, { disarm: () => void (armed = false) });
}
