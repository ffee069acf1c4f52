// How exports of CRMs name what a lead says (HubSpot, Salesforce, Mautic, Zoho CRM, Pipedrive), as their standard fields are
// called in the interface and in the API. A name leads to a meaning or a lead key; which field of a profile that is, the
// profile says. Compared without case, spaces and signs.
import type { ListColumn, ProfileInfo } from "prequal-engine";

const known: Readonly<Record<string, readonly string[]>> = {
  id: ["Record ID - Contact", "hs_object_id", "Record ID", "Lead ID", "Contact ID", "18 Character ID", "Contact Id", "Lead - ID", "Person - ID", "Deal - ID", "Organization - ID", "Entity ID"],
  org_name: ["Company name", "Company", "Company / Account", "Account Name", "Associated Company", "Associated Company (Primary)", "Company Name (Primary)", "Organization", "Person - Organization", "Lead - Organization", "Organization - Name", "Organization name", "Primary company", "companyname"],
  contact_name: ["Full Name", "Contact Name", "Contact - Name", "Person - Name", "Lead - Contact person", "Contact person", "Lead Name", "Name"],
  email: ["Email", "Email Address", "Primary Email", "Work email", "Person - Email", "Person - Email - Work", "Email - Work", "Secondary Email", "contact_email"],
  phone: ["Phone", "Phone Number", "Mobile Phone Number", "Mobile", "Business Phone", "Person - Phone", "Person - Phone - Work", "Phone - Work", "contact_phone"],
  website: ["Website", "Website URL", "Company Domain Name", "Web site", "Organization - Website", "Account Website", "companywebsite"],
  state: ["State", "State/Region", "State/Province", "State (text only)", "State/Province (text only)", "Billing State", "Billing State/Province", "Mailing State", "Mailing State/Province", "Organization - State/county of Address", "companystate"],
  city: ["City", "Mailing City", "Billing City", "Organization - City/town/village/locality of Address", "companycity"],
  postal_code: ["Postal Code", "Zip", "Zip Code", "Zip/Postal Code", "Mailing Zip/Postal Code", "Billing Zip/Postal Code", "Organization - ZIP/Postal code of Address", "zipcode", "companyzipcode"],
  "source.channel": ["Lead Source", "Original Source", "Original Traffic Source", "Source", "Latest Source", "Person - Lead source", "Lead - Source", "Lead - Source channel", "utm_source"],
  "source.campaign": ["Most Recent Campaign", "Campaign", "Campaign Name", "Campaign Source", "Primary Campaign Source", "First Touch Converting Campaign", "Original Source Drill-Down 1", "utm_campaign"],
  "source.page": ["First Page Seen", "First Conversion Page", "Landing Page", "First Visited URL"],
  "source.referrer": ["Referrer", "First Referring Site", "Referral Source"],
  submitted_at: ["Create Date", "Created Date", "Created Time", "Date Added", "date_added", "Person - Created", "Lead - Created", "Lead - Lead created", "Deal - Deal created", "Recent Conversion Date", "createdate"],
  last_verified_at: ["Last Verified", "Email Confirmed Date"],
  assigned_team: ["HubSpot Team", "Assigned Team"],
  message: ["Message", "Description", "Comments", "Lead - Note"],
  business_category: ["Industry", "Organization - Industry", "companyindustry"],
  role: ["Job Title", "Title", "Position", "Person - Job title", "Designation"],
};

const bare = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const meanings = new Map(Object.entries(known).flatMap(([meaning, names]) => names.map((name) => [bare(name), meaning] as const)));

/** For each column that nothing or only a likeness feeds: what its name means in a CRM's export, when no other column does. */
export function crmTargets(columns: readonly ListColumn[], info: ProfileInfo): ReadonlyMap<string, string> {
  const sure = columns.filter((column) => column.how === "id" || column.how === "import" || column.how === "mapping");
  const fed = new Set(sure.map((column) => column.field));
  const out = new Map<string, string>();
  for (const column of columns) {
    if (sure.includes(column)) continue;
    const meaning = meanings.get(bare(column.name));
    if (meaning === undefined) continue;
    const target = info.fields.find((field) => field.means === meaning || field.id === meaning)?.id ?? (info.lead_keys.includes(meaning) ? meaning : null);
    if (target === null || fed.has(target)) continue;
    fed.add(target);
    out.set(column.name, target);
  }
  return out;
}
