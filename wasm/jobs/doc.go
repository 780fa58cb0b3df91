// Package jobs is a queue of jobs with workers behind it, as Celery is for Python: whoever submits a job gets a number at
// once and asks later what became of it. Workers are processes of package proc, natively and in the page alike.
//
//	func init() {
//		jobs.Register("resize", func(t *jobs.Task, name string) (int, error) { … })
//	}
//
//	func main() {
//		proc.Main() // first: in a worker it runs jobs and exits
//		broker := jobs.NewBroker()
//		pool, err := broker.Start(jobs.Prefork, 2)
//		id, err := broker.Submit("resize", "duck.png", jobs.Options{Late: true})
//		size, err := jobs.Result[int](broker, id)
//	}
//
// # What a job goes through
//
// PENDING until a worker is given it (RECEIVED) and begins (STARTED); then SUCCESS, FAILURE or REVOKED, which stay. RETRY
// is a job that failed and waits for its next turn. [Broker.Status] says what a client of Celery is told: PENDING for a
// number that nobody knows too, and, unless the broker tracks starts, for a job that runs. [Broker.Job] says what a monitor
// sees.
//
// # A worker that dies
//
// The queue is the broker's and outlives every worker; another takes the dead one's place, at once at first and later and
// later when it dies young again and again. What becomes of the job in its hands depends on when jobs are acknowledged. Early,
// when it begins: the job runs once at most, and is lost. Late, when it is done: the job is delivered again and may run
// twice, whole or in part. Celery acknowledges early unless told otherwise. A job whose workers died [MaxDeliveries] times
// fails, as with RabbitMQ's delivery limit; without one such a job kills workers for ever. What a worker was handed ahead (see
// [Prefetch]) and has not begun is delivered again, whatever its acknowledgement.
//
// # Three kinds of pools
//
// Revoking a job that waits takes it out of the queue, whatever the pool. A job that runs is another thing, and the kinds
// differ as Celery's do. [Prefork] workers are processes: revoke with terminate kills the process and a new one comes.
// [Threads] cannot be killed: the job runs on, and the error says so, where Celery's worker logs that the pool "does not
// implement kill_job". [Solo] is one process that listens between jobs only, so no revoke reaches what it runs. Hard time
// limits kill as terminate does, and so work with Prefork alone; soft ones are the job's own to obey (see [Task.Over] and [Task.Late]).
//
// Every submitted job is counted in exactly one place: see [Counts].
package jobs
