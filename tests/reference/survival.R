# Reference numbers of tests/core/enablement/test_survival.py. Run: Rscript tests/reference/survival.R
# Needs the package survival (Debian: r-cran-survival). Twelve deals: days, and how each ended
# (0 still open, 1 won, 2 lost); the same days as visits to a stage.
library(survival)
options(digits = 10)
days <- c(5, 8, 8, 12, 20, 23, 30, 30, 41, 55, 60, 75)
ends <- c(2, 1, 2, 1, 0, 1, 1, 2, 0, 1, 0, 1)
cat("Kaplan-Meier of the days to any close: times, share still open, Greenwood's error\n")
km <- survfit(Surv(days, ends > 0) ~ 1, conf.type = "log-log")
event <- summary(km)
print(event$time); print(event$surv); print(event$std.err)
cat("median and its 95 % interval, log-log\n")
print(unname(quantile(km, 0.5)$quantile)); print(unname(quantile(km, 0.5)$lower))
print(unname(quantile(km, 0.5)$upper))
cat("Aalen-Johansen share won, lost competing, at 10, 30 and 60 days\n")
aj <- survfit(Surv(days, factor(ends, 0:2, c("open", "won", "lost"))) ~ 1)
at <- summary(aj, times = c(10, 30, 60))
print(at$pstate[, which(aj$states == "won")])
cat("the same of a larger draw: 400 deals, exponential days, closed after 90\n")
i <- 1:400
t1 <- -log((i * 0.618034) %% 1) * 60; t2 <- -log((i * 0.414214) %% 1) * 80
stop <- 20 + (i * 7) %% 100
d <- pmin(t1, t2, stop); e <- ifelse(d == stop, 0, ifelse(d == t1, 1, 2))
aj <- survfit(Surv(d, factor(e, 0:2, c("open", "won", "lost"))) ~ 1)
at <- summary(aj, times = c(30, 60, 90))
print(at$pstate[, which(aj$states == "won")]); print(at$std.err[, which(aj$states == "won")])
km <- survfit(Surv(d, e > 0) ~ 1, conf.type = "log-log")
print(unname(quantile(km, 0.5)$quantile)); print(unname(quantile(km, 0.5)$lower))
print(unname(quantile(km, 0.5)$upper))
