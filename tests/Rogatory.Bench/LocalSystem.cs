using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Rogatory.Azure.Ledger;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;
using Rogatory.TestKit;
using Rogatory.TestKit.Azurite;

namespace Rogatory.Bench;

/// <summary>Azurite in memory, the gate and the host, each a process of its own, and one registered partner.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private static readonly PartnerId Partner = PartnerId.Parse("fr-bench");

    private readonly string _data = Directory.CreateTempSubdirectory("rogatory-bench-").FullName;
    private readonly List<Process> _processes = [];
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _encryption = RSA.Create(2048);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(10) };
    private readonly AzuriteProcess _azurite = new();
    private EnrolledOfficers? _enrolled;

    public Uri Gate { get; private set; } = null!;

    public Uri Host { get; private set; } = null!;

    public Process HostProcess => _processes[1];

    public string StorageConnection => _azurite.ConnectionString(null, Gate);

    public static async Task<LocalSystem> StartAsync()
    {
        var system = new LocalSystem();
        await system._azurite.StartAsync();
        Uri[] origins = FreePorts.Origins(3);
        (system.Gate, system.Host) = (origins[0], origins[1]);
        string account = "devstoreaccount1";
        system.Start("gate", "--urls", $"{system.Gate}", "--upstream", $"{system._azurite.BlobOrigin}");
        system.Start("host", "--data", system._data, "--urls", $"{system.Host}", "--issuer-urls", $"{origins[2]}",
            "--blob", $"{new Uri(system.Gate, account)}", "--queue", $"{new Uri(system._azurite.QueueOrigin, account)}");
        await system.ReadyAsync();
        system._enrolled = new EnrolledOfficers(new BlobLedgerStore(new BlobContainerClient(system._azurite.ConnectionString(), "ledger")), TimeProvider.System);
        await system.RegisterAsync();
        return system;
    }

    /// <summary>Opens a case that declares one item.</summary>
    public Task<string> OpenAsync(string reference, long size, byte[] sha256) => OpenAsync(reference, [Declaration("image", size, sha256)]);

    /// <summary>Opens a case that declares two items, so that sending one does not complete it.</summary>
    public Task<string> OpenTwoAsync(string reference, long size, byte[] sha256) =>
        OpenAsync(reference, [Declaration("image", size, sha256), Declaration("second", size, sha256)]);

    private static string Declaration(string id, long size, byte[] sha256) =>
        $$"""{"id":"{{id}}","name":"{{id}}.bin","type":"application/octet-stream","size":{{size}},"sha256":"{{Convert.ToHexStringLower(sha256)}}"}""";

    private async Task<string> OpenAsync(string reference, string[] items)
    {
        byte[] body = Encoding.UTF8.GetBytes(
            $$"""{"reference":"{{reference}}","legalBasis":{"instrument":"UNCAC","article":"46"},"items":[{{string.Join(',', items)}}]}""");
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, "/api/v1/requests", new ByteArrayContent(body), SHA256.HashData(body));
        using JsonDocument view = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return view.RootElement.GetProperty("case").GetString()!;
    }

    public async Task PutAsync(string @case, HttpContent content, byte[] sha256)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Put, $"/api/v1/requests/{@case}/items/image", content, sha256);
    }

    /// <summary>Runs the command line as an officer, and gives what it answers.</summary>
    public async Task<string> OfficerAsync(string officer, string roles, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "rogatory.dll"), .. arguments, "--json", "--authority-url", Host.GetLeftPart(UriPartial.Authority)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        string token = await TokenAsync(officer, roles);
        await _enrolled!.ForCallAsync(token, string.Join(' ', arguments));
        start.Environment["ROGATORY_TOKEN"] = token;
        using Process process = Process.Start(start)!;
        string answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>Runs the command line as the partner; each line it says is handed on.</summary>
    public async Task CliAsync(Action<string> says, params string[] arguments)
    {
        string keys = Path.Combine(_data, "partner.jwk");
        await File.WriteAllTextAsync(keys, $$"""{"keys":[{{PrivateJwk.Write(_key, "bench")}},{{PrivateJwk.Write(_encryption, "bench-enc")}}]}""");
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "rogatory.dll"), .. arguments, "--authority-url", Host.GetLeftPart(UriPartial.Authority), "--partner", $"{Partner}", "--key", keys])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var said = new StringBuilder();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            says(line);
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(said.ToString());
    }

    /// <summary>How many calls of each kind went to blob storage so far.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OperationsAsync() =>
        JsonSerializer.Deserialize<Dictionary<string, long>>(await _http.GetStringAsync(new Uri(Gate, "/-/operations")))!;

    public async ValueTask DisposeAsync()
    {
        foreach (Process process in _processes.AsEnumerable().Reverse())
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _azurite.DisposeAsync();
        _http.Dispose();
        _key.Dispose();
        _encryption.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static ProcessStartInfo Command(params string[] arguments)
    {
        string folder = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Rogatory.LocalHost.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment.Remove("AZURITE_ACCOUNTS");
        return start;
    }

    private void Start(params string[] arguments)
    {
        Process process = Process.Start(Command(arguments))!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        _processes.Add(process);
    }

    private async Task ReadyAsync()
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                using HttpResponseMessage answer = await _http.GetAsync(new Uri(Host, "/api/v1/health"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (tries < 300)
            {
            }

            if (tries == 300)
                throw new InvalidOperationException("The host did not become ready.");
            await Task.Delay(100);
        }
    }

    private async Task<string> TokenAsync(string officer, string roles)
    {
        using Process token = Process.Start(Command("token", "--data", _data, "--officer", officer, "--roles", roles))!;
        return (await token.StandardOutput.ReadToEndAsync()).Trim();
    }

    private async Task RegisterAsync()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string time = $"\"validFrom\":\"{now.AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}\",\"validUntil\":\"{now.AddYears(1):yyyy-MM-ddTHH:mm:ssZ}\"";
        await AsAdminAsync("first-admin", "proposals", $$"""
            {"authority":"Bench","jurisdiction":"FR","signingKeys":[{"key":{{EcJwk.From(_key, "bench").ToJson().ToJsonString()}},{{time}}}],
             "encryptionKeys":[{"key":{{RsaJwk.From(_encryption, "bench-enc").ToJson().ToJsonString()}},{{time}}}]}
            """);
        await AsAdminAsync("second-admin", "proposals/1/decisions", """{"decision":"approve"}""");
    }

    private async Task AsAdminAsync(string admin, string call, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host, $"/api/v1/partners/{Partner}/{call}"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(admin, "admin")) },
        };
        await CheckedAsync(await _http.SendAsync(request));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent content, byte[] sha256)
    {
        var target = new Uri(Host, path);
        using var request = new HttpRequestMessage(method, target) { Content = content };
        request.Headers.ExpectContinue = true;
        IReadOnlyDictionary<string, string> fields = new HttpMessageSigner("bench", _key).Sign(
            method.Method, target.ToString(), Partner, ContentDigest.FromSha256(sha256), DateTimeOffset.UtcNow);
        foreach ((string name, string value) in fields)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        return await CheckedAsync(await _http.SendAsync(request));
    }

    private static async Task<HttpResponseMessage> CheckedAsync(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
}
