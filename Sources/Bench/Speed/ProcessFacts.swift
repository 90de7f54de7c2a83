import Foundation

/// What the operating system knows about this process.
package enum ProcessFacts {
  /// Seconds since the process was started, loading included, to a hundredth; nil where the system does not say.
  package static var secondsSinceStart: Double? {
    #if os(Linux)
      guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
        // The second field, the program's name, may hold anything; the start is the 20th after it.
        let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 19,
        let ticks = Double(fields[19])
      else { return nil }
      var now = timespec()
      clock_gettime(CLOCK_BOOTTIME, &now)
      return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9 - ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    #else
      return nil
    #endif
  }

  /// The most memory it has held so far, in MiB.
  package static var peakMemory: Double {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    // In KiB, and in bytes on Apple's systems.
    #if canImport(Darwin)
      return Double(usage.ru_maxrss) / 1024 / 1024
    #else
      return Double(usage.ru_maxrss) / 1024
    #endif
  }
}
