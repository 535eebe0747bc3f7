/** Whether answers that follow events as they happen are as good as the model behind them. */
@NullMarked
package dev.maitred.bench.events;

import org.jspecify.annotations.NullMarked;
