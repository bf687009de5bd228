using System.Globalization;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using Rogatory.Api;
using Rogatory.Core.Case;
using Rogatory.Functions;
using Rogatory.Functions.Keys;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ProblemAnswers>();

IConfiguration configuration = builder.Configuration;
IHostEnvironment environment = builder.Environment;
var settings = new Settings(configuration, environment);
TokenCredential writer = settings.Writer;

// Fails closed: without it the program can't say which key signs for it. The key-encryption key is asked for as it is used.
PublicKeys keys = await PublicKeys.LoadAsync(settings.SigningKey, settings.Space, writer, CancellationToken.None);

// The worker's own levels; those in host.json are the host's.
ILoggingBuilder logging = builder.Logging;
logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Rogatory", LogLevel.Information);

IServiceCollection services = builder.Services;
services.AddRogatory().AddAzure(settings, keys, writer);

// Where there is no connection string, as on a developer's machine, nothing is exported.
if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 })
    builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults().UseAzureMonitorExporter(ComeAsWriter);

IHost app = builder.Build();

// Fails closed too: a program for drills never works on the storage of real matters, nor the other way round.
await app.Services.GetRequiredService<StorageSpace>().ClaimAsync(CancellationToken.None);
app.Services.GetRequiredService<ILogger<Settings>>().LogInformation(
    "Started in {Region}; policies are set {Immutability}", settings.Region, settings.Immutability);
await app.RunAsync();

void ComeAsWriter(AzureMonitorExporterOptions options) => options.Credential = writer;
