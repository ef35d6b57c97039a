// .NET 8 or later: Program.cs of "dotnet new web", no package. HIRE_API, HIRE_SECRET_KEY and HIRE_ORIGIN come from the
// environment.
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("hire", client =>
{
    client.Timeout = TimeSpan.FromSeconds(5);
    client.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Bearer", builder.Configuration["HIRE_SECRET_KEY"]);
});
var app = builder.Build();

app.MapPost("/api/hire-session", async (HttpRequest request, HttpResponse response, IHttpClientFactory clients,
    IConfiguration settings, ILogger<Program> log, CancellationToken stopped) =>
{
    response.Headers.CacheControl = "no-store";
    string? reason = request.Headers["X-Hire-Session"];
    if (string.IsNullOrEmpty(reason)) return Refused(403, "header_missing"); // Other sites cannot send it to you.
    var employee = SignedIn(request);
    if (employee is null) return Refused(401, "not_signed_in");
    var raises = reason == "elevate"; // Before money moves: only for somebody who just confirmed who they are.
    if (raises && employee.ConfirmedAt is null) return Refused(403, "confirm_first");

    var asked = new JsonObject
    {
        ["member"] = new JsonObject { ["email"] = employee.Email },
        ["origins"] = new JsonArray(settings["HIRE_ORIGIN"]),
        // Take out what this page does not offer; /docs/widgets lists all eight elements and what each can be granted.
        ["widgets"] = new JsonObject
        {
            ["talentSearch"] = new JsonObject { ["save"] = true, ["compare"] = true, ["invite"] = true },
            ["jobPost"] = new JsonObject { ["read"] = true, ["draft"] = true, ["publish"] = true },
            ["contractStatus"] = new JsonObject
            {
                ["read"] = true, ["approve"] = true, ["fund"] = true, ["release"] = true,
            },
        },
    };
    if (raises)
    {
        asked["elevate"] = new JsonArray("money");
        asked["confirmedAt"] = employee.ConfirmedAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
    }
    try
    {
        using var answer = await clients.CreateClient("hire")
            .PostAsJsonAsync($"{settings["HIRE_API"]}/v1/embed/sessions", asked, stopped);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(stopped);
        // Keep no answer: a session is one person's on one page, and widgets ask for the next in time.
        if (answer.StatusCode == HttpStatusCode.Created) return Results.Json(body);
        // 422: this person or page is not admitted; asking again changes nothing. 401: the key. Both are for your log.
        var code = body?["code"]?.GetValue<string>() ?? "refused";
        log.LogError("hire session refused: {Status} {Code}", (int)answer.StatusCode, code);
        return Refused(answer.StatusCode switch
        {
            HttpStatusCode.UnprocessableEntity => 403,
            HttpStatusCode.TooManyRequests => 429,
            _ => 503,
        }, code);
    }
    catch (Exception error) when (error is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
    {
        log.LogError(error, "hire session failed");
        return Refused(503, "unavailable");
    }
});

app.Run();

static IResult Refused(int status, string code) => Results.Json(new { code }, statusCode: status);

// Whom your own sign-in knows. Here a proxy with single sign-on says it; take HttpContext.User instead.
static Employee? SignedIn(HttpRequest request)
{
    string? email = request.Headers["X-Remote-User"];
    if (string.IsNullOrEmpty(email)) return null;
    var hasTime = long.TryParse(request.Headers["X-Remote-Auth-Time"], out var seconds);
    return new Employee(email, hasTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
}

record Employee(string Email, DateTimeOffset? ConfirmedAt);
