import cf from 'cloudfront';

// Runs at each viewer request in CloudFront's own JavaScript, which takes nothing apart in parameters. The name
// of the first region is put in when the stack is made.
const store = cf.kvs();
const OF_API = /^\/(public|me|staff|system|openapi\.json)(\/|$)/;

async function read(key, otherwise) {
  try {
    return await store.get(key);
  } catch (_missing) {
    return otherwise;
  }
}

// A page's address has no ending: the desk has a page of its own, all others are the first.
function pageOf(uri) {
  if (/\.[a-z0-9]+$/.test(uri)) return uri;
  return /^\/desk(\/|$)/.test(uri) ? '/desk/index.html' : '/index.html';
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
async function handler(event) {
  const request = event.request;
  const region = await read('active-region', 'FIRST_REGION');
  if (!OF_API.test(request.uri)) {
    request.uri = pageOf(request.uri);
    cf.selectRequestOriginById(`portal-${region}`);
    return request;
  }
  // Whatever a caller sent under these names is overwritten; without a word of ours the API refuses.
  request.headers['x-banli-edge'] = { value: await read('origin-secret', '') };
  request.headers['x-banli-viewer'] = { value: event.viewer.ip };
  cf.selectRequestOriginById(`api-${region}`);
  return request;
}
