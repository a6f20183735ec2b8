// Live objects that are no nodes: images, dropped files, notices.
import { sniffImage } from './bytes.ts';
import type { ApiMembers } from './member.ts';
import type { Ref } from './crossing.ts';
import type { Session } from './session.ts';
import { fail } from './values.ts';

export function handleMembers(session: Session, ref: Ref): ApiMembers {
  switch (ref.kind) {
    case 'image': return imageMembers(session, ref.id);
    case 'file': return fileMembers(session, ref.id);
    case 'notice': return noticeMembers(session, ref.id);
    case 'api': case 'node': case 'callback': return {};
  }
}

function imageMembers(session: Session, hash: string): ApiMembers {
  const bytes = (): Uint8Array => session.document.images.get(hash) ?? fail('getBytesAsync', 'The image could not be downloaded');
  return {
    hash: { get: () => hash },
    getBytesAsync: { call: async () => bytes() },
    getSizeAsync: { call: async () => sniffImage(bytes()) ?? fail('getSizeAsync', 'The image could not be decoded') },
  };
}

function fileMembers(session: Session, id: string): ApiMembers {
  const file = session.files.get(id);
  if (!file) return {};
  return {
    name: { get: () => file.name }, type: { get: () => file.type },
    getBytesAsync: { call: async () => file.bytes }, getTextAsync: { call: async () => new TextDecoder().decode(file.bytes) },
  };
}

function noticeMembers(session: Session, id: string): ApiMembers {
  return { cancel: { call: () => session.notices.find((notice) => String(notice.id) === id)?.dismiss() } };
}
