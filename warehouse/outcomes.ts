/** How a change ended. */
export const changeOutcomes = ['successful', 'successful_with_issues', 'failed', 'backed_out', 'cancelled'] as const;
/** Outcomes of a request that was not fulfilled, whatever state its tool closed it in. */
export const unfulfilled = ['not_fulfilled', 'rejected', 'cancelled'] as const;
/** How a request ended. */
export const requestOutcomes = ['fulfilled', ...unfulfilled] as const;
