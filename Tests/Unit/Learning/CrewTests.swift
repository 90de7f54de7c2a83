import Foundation
import Synchronization
import Testing

@testable import Learning

@Suite struct CrewTests {
  /// How often each part was taken, and by whom.
  private final class Count: Sendable {
    let taken = Mutex<[Int]>(Array(repeating: 0, count: 31))
    let workers = Mutex<Set<Int>>([])

    func take(_ worker: Int, _ part: Int, milliseconds: Double = 0) {
      if milliseconds > 0 { Thread.sleep(forTimeInterval: milliseconds / 1000) }
      workers.withLock { _ = $0.insert(worker) }
      taken.withLock { $0[part] += 1 }
    }
  }

  /// Rounds of a few parts and of none; some so slow, and some so far apart, that whoever waits falls asleep.
  @Test(arguments: [1, 2, 3, 5], [0, 0.3])
  func everyPartIsTakenOnceBeforeItsRoundIsOver(_ workers: Int, _ milliseconds: Double) {
    let count = Count()
    let sizes = [7, 1, 0, 31, 2, 13]
    let seen = Mutex<[[Int]]>([])
    Crew.run(workers: workers) { crew in
      for size in sizes {
        count.taken.withLock { $0 = Array(repeating: 0, count: 31) }
        crew.round(size)
        seen.withLock { seen in seen.append(count.taken.withLock { $0 }) }
        if milliseconds > 0 { Thread.sleep(forTimeInterval: milliseconds / 1000) }
      }
    } part: { worker, part in
      count.take(worker, part, milliseconds: milliseconds)
    }
    #expect(
      seen.withLock { $0 } == sizes.map { Array(repeating: 1, count: $0) + Array(repeating: 0, count: 31 - $0) })
    #expect(count.workers.withLock { $0.isSubset(of: 0..<workers) && $0.contains(0) })
  }

  @Test func aCrewWithoutWorkEnds() {
    let led = Atomic(0)
    Crew.run(workers: 3) { _ in
      led.add(1, ordering: .relaxed)
    } part: { _, _ in
      Issue.record("No round was begun.")
    }
    #expect(led.load(ordering: .relaxed) == 1)
  }

  /// Many short rounds: whoever comes too late for one may take no part of it in the next.
  @Test func manyRoundsInARow() {
    let sum = Atomic(0)
    let wrong = Atomic(0)
    Crew.run(workers: 2) { crew in
      for round in 1...20_000 {
        crew.round(3)
        if sum.load(ordering: .relaxed) != 6 * round { wrong.add(1, ordering: .relaxed) }
      }
    } part: { _, part in
      sum.add(part + 1, ordering: .relaxed)
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
