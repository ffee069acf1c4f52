// papaparse alone: from the bytes of a file to its rows. They stay here; handing them over would cost more.
importScripts("/papaparse.js");
onmessage = async ({ data }) => {
  const text = new TextDecoder().decode(await data.arrayBuffer());
  postMessage(Papa.parse(text, { header: true, skipEmptyLines: true }).data.length);
};
