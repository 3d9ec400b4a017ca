// Times as they are shown: all in UTC, as the API and webhook calls give them and as the clock above says.

/** Hours and minutes. */
export const minuteOf = (iso) => iso.slice(11, 16);

/** Hours, minutes and seconds. */
export const secondOf = (iso) => iso.slice(11, 19);

export const momentOf = (iso) => `${iso.slice(0, 10)} ${secondOf(iso)} UTC`;

export const dayOf = (iso) => new Date(iso).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
