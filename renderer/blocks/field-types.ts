/** Registered names of Pinlab's own fields and of what keeps unknown blocks. Definitions refer to fields by name, so that they need no library. */

export const FIELD = {
  name: 'pinlab_name',
  nameList: 'pinlab_name_list',
  number: 'pinlab_number',
  pin: 'pinlab_pin',
  source: 'pinlab_source',
} as const;

export const UNKNOWN_MUTATOR = 'pinlab_unknown';
