// Java 17 or later, nothing to install: java Server.java. HIRE_API, HIRE_SECRET_KEY and HIRE_ORIGIN come from the
// environment. The values put into the JSON are checked first, so that none can end its string.
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

public class Server {
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private static final Pattern EMAIL = Pattern.compile("[^\\s\"\\\\@]{1,64}@[A-Za-z0-9.-]{1,189}");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z_]{1,60})\"");

  record Employee(String email, String confirmedAt) {}

  record Answer(int status, String body) {
    static Answer code(int status, String code) {
      return new Answer(status, "{\"code\":\"" + code + "\"}");
    }
  }

  /** Whom your own sign-in knows. Here a proxy with single sign-on says it; take your session instead. */
  static Employee signedIn(Headers headers) {
    String email = headers.getFirst("X-Remote-User");
    String seconds = headers.getFirst("X-Remote-Auth-Time");
    if (email == null || !EMAIL.matcher(email).matches()) return null;
    return new Employee(email, seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds)).toString());
  }

  static Answer hireSession(Headers headers) {
    String reason = headers.getFirst("X-Hire-Session");
    if (reason == null) return Answer.code(403, "header_missing"); // Other sites cannot send this header to you.
    Employee employee = signedIn(headers);
    if (employee == null) return Answer.code(401, "not_signed_in");
    boolean raises = reason.equals("elevate"); // Before money moves: only for who just confirmed who they are.
    if (raises && employee.confirmedAt() == null) return Answer.code(403, "confirm_first");
    // Take out what this page does not offer; /docs/widgets lists all eight elements and what each can be granted.
    String asked = """
        {"member":{"email":"%s"},"origins":["%s"],
         "widgets":{"talentSearch":{"save":true,"compare":true,"invite":true},
                    "jobPost":{"read":true,"draft":true,"publish":true},
                    "contractStatus":{"read":true,"approve":true,"fund":true,"release":true}}%s}
        """.formatted(
            employee.email(),
            System.getenv("HIRE_ORIGIN"),
            raises ? ",\"elevate\":[\"money\"],\"confirmedAt\":\"" + employee.confirmedAt() + "\"" : "");
    HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("HIRE_API") + "/v1/embed/sessions"))
        .timeout(Duration.ofSeconds(5))
        .header("Authorization", "Bearer " + System.getenv("HIRE_SECRET_KEY"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(asked))
        .build();
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      // Keep no answer: a session is one person's on one page, and widgets ask for the next in time.
      if (answer.statusCode() == 201) return new Answer(200, answer.body());
      // 422: this person or page is not admitted; asking again changes nothing. 401: the key. Both are for your log.
      var code = CODE.matcher(answer.body());
      String named = code.find() ? code.group(1) : "refused";
      System.err.println("hire session refused: " + answer.statusCode() + " " + named);
      return Answer.code(answer.statusCode() == 422 ? 403 : answer.statusCode() == 429 ? 429 : 503, named);
    } catch (IOException error) {
      System.err.println("hire session failed: " + error);
      return Answer.code(503, "unavailable");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Answer.code(503, "unavailable");
    }
  }

  static void handle(HttpExchange exchange) throws IOException {
    boolean isPost = exchange.getRequestMethod().equals("POST");
    Answer answer = isPost ? hireSession(exchange.getRequestHeaders()) : Answer.code(404, "not_found");
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/api/hire-session", Server::handle);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.start();
  }
}
