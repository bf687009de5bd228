// Turns the settings of a deployed app, as `az functionapp config appsettings list` prints them, into a local settings file.
// The platform's own are left out, and identities become those of whoever is signed in.
import { readFileSync } from 'node:fs';

const ours = /^(ROGATORY_|ServiceBus__fullyQualifiedNamespace$|AzureWebJobsStorage__accountName$|FUNCTIONS_REQUEST_BODY_SIZE_LIMIT$)/;
const identity = /CLIENT_ID$/;
const settings = JSON.parse(readFileSync(0, 'utf8'));
const values = { FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated' };
for (const { name, value } of settings) {
  if (ours.test(name) && !identity.test(name)) values[name] = value;
}
process.stdout.write(JSON.stringify({ IsEncrypted: false, Values: values }, null, 2) + '\n');
