package org.onevisit.housing.publicity.web;

import org.onevisit.housing.spi.publicity.Posting;
import org.onevisit.housing.spi.publicity.PublicityOutlet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * The county's own pages as an outlet. The page shows what the core says can be seen, so a notice is up as soon as the core has
 * this outlet's word, and down as soon as the core takes it down; nothing is kept here.
 */
@Component(configurationPid = "org.onevisit.housing.publicity.web", configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class WebOutlet implements PublicityOutlet {
    @Override
    public String code() {
        return "web";
    }

    @Override
    public void post(Posting posting) {
        // shown by PublicityPage from the core's own list
    }

    @Override
    public void takeDown(String item) {
        // gone from the core's list
    }
}
