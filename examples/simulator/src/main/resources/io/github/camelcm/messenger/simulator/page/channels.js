// Messages that are not for Messenger.

const MESSENGER = 'Facebook Messenger';

/** The channels of a message that Messenger is not among; null if it is, or if none is named. */
export function elsewhere(channels) {
  return Array.isArray(channels) && channels.length > 0 && !channels.includes(MESSENGER) ? channels : null;
}

/** Why a message is not drawn as Messenger would show it. */
export const reason = (channels) => `Its allowedChannels name ${channels.map(String).join(', ')}, and not ${MESSENGER}.`;
