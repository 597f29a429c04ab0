package org.onevisit.housing.host.fault;

/** One kind of plugin in a host of its own, in which all faults are committed in turn. */
interface Column extends AutoCloseable {
    /** Commits a fault, checks that the host holds up, and tells what was seen. */
    Cell observe(Fault fault);

    @Override
    void close();
}
