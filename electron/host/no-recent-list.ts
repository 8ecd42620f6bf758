/**
 * The dialogs of a Linux desktop (GTK) write the place and name of every file chosen in them into a list in the
 * user's folder of data, beside the program that asked (`recently-used.xbel`), whatever Electron is told. Where that
 * folder can be none they keep the list to themselves. Read by GTK when the first dialog is made; what else would be
 * looked for there are themes and fonts of the user's own, and the program brings its fonts along.
 */
if (process.platform === 'linux') process.env.XDG_DATA_HOME = '/dev/null';
