/** Between the model and CM.com's JSON: lenient reading, exact writing. */
@NullMarked
package io.github.camelcm.messenger.json;

import org.jspecify.annotations.NullMarked;
